package io.evenkeel.smartcharging.domain.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Two courses taken together, instant by instant. */
final class Pointwise {
  private Pointwise() {}

  /** What may be allowed when either may hold. */
  static Course highest(Course one, Course other) {
    Instant end = one.end() == null || other.end() == null ? null : later(one.end(), other.end());
    return combined(one, other, Math::max, end);
  }

  /** What is allowed whichever holds. */
  static Course lowest(Course one, Course other) {
    return combined(one, other, Math::min, earlier(one.end(), other.end()));
  }

  private static Course combined(
      Course one, Course other, IntBinaryOperator of, @Nullable Instant end) {
    if (one.equals(other)) {
      return one;
    }
    TreeSet<Instant> instants = new TreeSet<>();
    collect(one, instants);
    collect(other, instants);
    List<Course.Step> steps = new ArrayList<>(instants.size());
    for (Instant instant : instants) {
      steps.add(new Course.Step(instant, of.applyAsInt(one.at(instant), other.at(instant))));
    }
    return Course.of(steps, end);
  }

  private static void collect(Course course, TreeSet<Instant> into) {
    into.add(Instant.MIN);
    course.steps().forEach(step -> into.add(step.from()));
    if (course.end() != null) {
      into.add(course.end());
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
