package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.safety.Course;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course as it is kept: its limits, each after the first with the instant from which it holds,
 * and the end, as {@code 160 2026-03-01T12:00:00Z 60 end 2026-03-02T08:00:00Z}.
 */
final class CourseText {

  private static final String END = "end";

  private CourseText() {}

  static String write(Course course) {
    StringBuilder text = new StringBuilder();
    for (Course.Step step : course.steps()) {
      if (!text.isEmpty()) {
        text.append(' ').append(step.from()).append(' ');
      }
      text.append(step.limit());
    }
    if (course.end() != null) {
      text.append(' ').append(END).append(' ').append(course.end());
    }
    return text.toString();
  }

  static Course read(String text) {
    String[] words = text.split(" ");
    List<Course.Step> steps = new ArrayList<>();
    steps.add(new Course.Step(Instant.MIN, Integer.parseInt(words[0])));
    @Nullable Instant end = null;
    for (int i = 1; i + 1 < words.length; i += 2) {
      if (words[i].equals(END)) {
        end = Instant.parse(words[i + 1]);
      } else {
        steps.add(new Course.Step(Instant.parse(words[i]), Integer.parseInt(words[i + 1])));
      }
    }
    return new Course(steps, end);
  }
}
