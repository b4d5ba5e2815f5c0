package io.evenkeel.smartcharging.domain.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Fewer periods, never above the course: neighbours become one at the lower of their limits, those
 * first that lose the least.
 */
public final class Shortening {

  /** How long the last step of a course without an end is taken for. */
  private static final Duration OPEN = Duration.ofDays(1);

  private Shortening() {}

  /**
   * @param periods 1 or more
   */
  public static Course to(int periods, Course course, Instant now) {
    Course left = course.since(now);
    while (left.steps().size() > periods) {
      left = mergedAt(cheapest(left, now), left);
    }
    return left;
  }

  private static int cheapest(Course course, Instant now) {
    int cheapest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i + 1 < course.steps().size(); i++) {
      int here = course.steps().get(i).limit();
      int next = course.steps().get(i + 1).limit();
      int higher = here > next ? i : i + 1;
      double loss = Math.abs(here - next) * (double) seconds(course, higher, now);
      if (loss < least) {
        least = loss;
        cheapest = i;
      }
    }
    return cheapest;
  }

  private static long seconds(Course course, int index, Instant now) {
    List<Course.Step> steps = course.steps();
    Instant begin = index == 0 ? now : steps.get(index).from();
    Instant end;
    if (index + 1 < steps.size()) {
      end = steps.get(index + 1).from();
    } else {
      end = course.end() == null ? begin.plus(OPEN) : course.end();
    }
    return Math.max(0, Duration.between(begin, end).toSeconds());
  }

  private static Course mergedAt(int index, Course course) {
    List<Course.Step> steps = new ArrayList<>(course.steps());
    Course.Step next = steps.remove(index + 1);
    Course.Step here = steps.get(index);
    steps.set(index, new Course.Step(here.from(), Math.min(here.limit(), next.limit())));
    return Course.of(steps, course.end());
  }
}
