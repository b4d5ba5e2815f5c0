package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Grid;
import java.time.Instant;

/**
 * Whether another course is worth a profile: decreases that are near always, small increases and
 * small changes of a later time never, and a schedule that runs out in time.
 */
final class Need {

  /** So many slots after this one are near. */
  private static final int NEAR = 4;

  /** So many times the smallest increase is worth it later. */
  private static final int FAR = 4;

  private final Grid grid;
  private final Instant now;
  private final int smallest;
  private final boolean exceeded;

  /**
   * @param smallest an increase by less is not worth it
   * @param exceeded the site may carry too much at some time: then every decrease is worth it
   */
  Need(Grid grid, Instant now, int smallest, boolean exceeded) {
    this.grid = grid;
    this.now = now;
    this.smallest = smallest;
    this.exceeded = exceeded;
  }

  boolean isWorthIt(Course held, Course wanted) {
    return isWorthIt(held, wanted, 1);
  }

  /**
   * For a charger that keeps time: what is not near is likely to be another thing before it is
   * there, so it takes more of a difference.
   */
  boolean isWorthItSoon(Course held, Course wanted) {
    return isWorthIt(held, wanted, FAR);
  }

  private boolean isWorthIt(Course held, Course wanted, int far) {
    if (runsOut(held, wanted)) {
      return true;
    }
    int[] is = grid.highest(held);
    int[] would = grid.highest(wanted);
    int first = grid.column(now);
    int last = lastCompared(held, wanted);
    for (int column = first; column <= last; column++) {
      int less = Grid.at(is, column) - Grid.at(would, column);
      int more = column <= first + NEAR ? smallest : far * smallest;
      int counts = column <= first + 1 || exceeded ? 1 : more;
      if (less >= counts || -less >= more) {
        return true;
      }
    }
    return false;
  }

  /** Whether it lowers what counts for the site at some time. */
  boolean lowers(Course held, Course wanted) {
    int[] is = grid.highest(held);
    int[] would = grid.highest(wanted);
    for (int column = grid.column(now); column <= lastCompared(held, wanted); column++) {
      if (Grid.at(would, column) < Grid.at(is, column)) {
        return true;
      }
    }
    return false;
  }

  /** Less than half of the horizon is left, and there is more to come. */
  private boolean runsOut(Course held, Course wanted) {
    Instant half = now.plus(grid.slot().multipliedBy(grid.slots() / 2));
    return held.end() != null
        && held.end().isBefore(half)
        && (wanted.end() == null || wanted.end().isAfter(held.end()));
  }

  /** How long a course goes on is no difference, unless one of them never ends. */
  private int lastCompared(Course held, Course wanted) {
    if (held.end() == null || wanted.end() == null) {
      return grid.columns() - 1;
    }
    Instant end = held.end().isBefore(wanted.end()) ? held.end() : wanted.end();
    return Math.max(grid.column(now), grid.column(end) - 1);
  }
}
