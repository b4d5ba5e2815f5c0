package io.evenkeel.smartcharging.domain.safety;

import java.time.Instant;

/**
 * A limit over time that a charger holds, as far as it is known.
 *
 * @param low it holds at least this, at every instant
 * @param high and at most this
 * @param confirmed the charger said so; then both are the same
 */
public record HeldCourse(Course low, Course high, boolean confirmed) {

  static HeldCourse confirmed(Course course) {
    return new HeldCourse(course, course, true);
  }

  /** It may hold this one instead. */
  HeldCourse or(Course course) {
    return new HeldCourse(Pointwise.lowest(low, course), Pointwise.highest(high, course), false);
  }

  HeldCourse since(Instant now) {
    return new HeldCourse(low.since(now), high.since(now), confirmed);
  }
}
