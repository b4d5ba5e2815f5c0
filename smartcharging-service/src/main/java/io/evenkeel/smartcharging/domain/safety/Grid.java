package io.evenkeel.smartcharging.domain.safety;

import io.evenkeel.smartcharging.domain.site.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Time cut into columns: the slots of a horizon, and one for all that comes after. Levels over time
 * are arrays: of one number when it is always the same, else of one number per column.
 */
public record Grid(Instant start, Duration slot, int slots) {

  public static Grid of(Outlook outlook) {
    return new Grid(outlook.start(), outlook.slot(), outlook.slots());
  }

  public int columns() {
    return slots + 1;
  }

  /** The column that an instant is in; what is before the first counts as in it. */
  public int column(Instant at) {
    long number = Math.floorDiv(Duration.between(start, at).toMillis(), slot.toMillis());
    return Math.clamp(number, 0, slots);
  }

  /** When a column begins. */
  public Instant begin(int column) {
    return start.plus(slot.multipliedBy(column));
  }

  /** The most that a course allows at any instant of a column. */
  public int[] highest(Course course) {
    if (course.isLevel() && course.end() == null) {
      return new int[] {course.peak()};
    }
    return levels(course, Integer.MIN_VALUE, Math::max);
  }

  /** The least that it allows at any instant of a column. */
  public int[] lowest(Course course) {
    if (course.isLevel() && course.end() == null) {
      return new int[] {course.peak()};
    }
    return levels(course, Integer.MAX_VALUE, Math::min);
  }

  @FunctionalInterface
  private interface Fold {
    int of(int one, int other);
  }

  private int[] levels(Course course, int neutral, Fold fold) {
    int[] levels = new int[columns()];
    Arrays.fill(levels, neutral);
    for (int i = 0; i < course.steps().size(); i++) {
      Instant from = course.steps().get(i).from();
      boolean last = i + 1 == course.steps().size();
      int first = i == 0 ? 0 : columnOrBefore(from);
      int end = last ? endColumn(course.end()) : endColumn(course.steps().get(i + 1).from());
      for (int column = Math.max(0, first); column < end; column++) {
        levels[column] = fold.of(levels[column], course.steps().get(i).limit());
      }
    }
    if (course.end() != null) {
      for (int column = Math.max(0, columnOrBefore(course.end()));
          column < levels.length;
          column++) {
        levels[column] = fold.of(levels[column], 0);
      }
    }
    return levels;
  }

  private int columnOrBefore(Instant at) {
    return at.isBefore(start) ? 0 : column(at);
  }

  /** The first column that begins at the instant or later; the last one never ends. */
  private int endColumn(@Nullable Instant at) {
    if (at == null) {
      return columns();
    }
    if (!at.isAfter(start)) {
      return 0;
    }
    int column = column(at);
    boolean begins = begin(column).equals(at);
    return begins ? column : Math.min(columns(), column + 1);
  }

  /** One of the levels. */
  public static int at(int[] levels, int column) {
    return levels.length == 1 ? levels[0] : levels[column];
  }
}
