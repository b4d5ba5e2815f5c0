package io.evenkeel.smartcharging.domain.profile;

import io.evenkeel.smartcharging.domain.safety.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes decreases early and increases late by a guard, so that chargers whose time is off by less
 * than it never overlap: whatever of it a charger follows, it is never above the course.
 */
final class HandOver {
  private HandOver() {}

  /** At every instant the least that the course allows within the guard before and after it. */
  static Course guarded(Course course, Duration guard) {
    Instant end = course.end() == null ? null : course.end().minus(guard);
    if (course.isLevel() || guard.isZero()) {
      return Course.of(course.steps(), end);
    }
    List<Course.Step> all = course.steps();
    TreeSet<Instant> instants = new TreeSet<>();
    instants.add(Instant.MIN);
    for (Course.Step step : all.subList(1, all.size())) {
      instants.add(step.from().minus(guard));
      instants.add(step.from().plus(guard));
    }
    List<Course.Step> steps = new ArrayList<>(instants.size());
    for (Instant instant : instants) {
      steps.add(new Course.Step(instant, least(all, instant, guard)));
    }
    return Course.of(steps, end);
  }

  private static int least(List<Course.Step> steps, Instant at, Duration guard) {
    @Nullable Instant from = at.equals(Instant.MIN) ? null : at.minus(guard);
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < steps.size(); i++) {
      boolean begun = i == 0 || (from != null && !steps.get(i).from().isAfter(at.plus(guard)));
      boolean over = i + 1 < steps.size() && from != null && !steps.get(i + 1).from().isAfter(from);
      if (begun && !over) {
        least = Math.min(least, steps.get(i).limit());
      }
    }
    return least;
  }
}
