package io.evenkeel.smartcharging.domain.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit over time, in steps. The first step holds from ever, each other one from its instant to
 * the next one's, the last to the end. After the end the course says nothing: the charger's default
 * counts.
 *
 * @param steps at least one, in the order of time, neighbours with different limits
 * @param end null: it never ends
 */
public record Course(List<Step> steps, @Nullable Instant end) {

  /**
   * From an instant on.
   *
   * @param limit per phase, in tenths of an ampere
   */
  public record Step(Instant from, int limit) {}

  public Course {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a course has at least one step");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (!steps.get(i - 1).from().isBefore(steps.get(i).from())) {
        throw new IllegalArgumentException("steps must rise in time: " + steps);
      }
    }
  }

  /** The same for ever. */
  public static Course constant(int limit) {
    return new Course(List.of(new Step(Instant.MIN, limit)), null);
  }

  /**
   * Equal neighbours become one; what begins at the end or later is left out.
   *
   * @param steps in the order of time; of several at the same instant the last counts
   */
  public static Course of(List<Step> steps, @Nullable Instant end) {
    List<Step> kept = new ArrayList<>(steps.size());
    for (Step step : steps) {
      if (end != null && !step.from().isBefore(end) && !kept.isEmpty()) {
        break;
      }
      if (!kept.isEmpty() && kept.getLast().from().equals(step.from())) {
        kept.removeLast();
      }
      if (kept.isEmpty() || kept.getLast().limit() != step.limit()) {
        kept.add(kept.isEmpty() ? new Step(Instant.MIN, step.limit()) : step);
      }
    }
    return new Course(kept, end);
  }

  /** The limit at an instant; 0 after the end. */
  public int at(Instant when) {
    return end != null && !when.isBefore(end) ? 0 : steps.get(index(when)).limit();
  }

  private int index(Instant when) {
    int last = 0;
    for (int i = 1; i < steps.size() && !steps.get(i).from().isAfter(when); i++) {
      last = i;
    }
    return last;
  }

  /** The most it ever allows. */
  public int peak() {
    int most = 0;
    for (Step step : steps) {
      most = Math.max(most, step.limit());
    }
    return most;
  }

  /** The least it allows at any time, after its end as well. */
  public int trough() {
    int least = end == null ? Integer.MAX_VALUE : 0;
    for (Step step : steps) {
      least = Math.min(least, step.limit());
    }
    return least;
  }

  /** Whether it allows the same until its end. */
  public boolean isLevel() {
    return steps.size() == 1;
  }

  /** Without what is over. */
  public Course since(Instant now) {
    int first = index(now);
    return first == 0 ? this : of(steps.subList(first, steps.size()), end);
  }

  /** Ends then, or when it ended before. */
  public Course until(Instant then) {
    return end != null && !end.isAfter(then) ? this : of(steps, then);
  }

  /** Never more than that. */
  public Course atMost(int limit) {
    return of(
        steps.stream().map(step -> new Step(step.from(), Math.min(limit, step.limit()))).toList(),
        end);
  }
}
