package io.evenkeel.smartcharging.domain.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Grid GRID = new Grid(NOW, Duration.ofMinutes(15), 8);

  private static Instant in(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  private static Course course(int first, int minutes, int then) {
    return Course.of(
        List.of(new Course.Step(Instant.MIN, first), new Course.Step(in(minutes), then)), in(90));
  }

  @Test
  void saysNothingAfterItsEnd() {
    Course course = course(160, 30, 60);

    assertEquals(160, course.at(in(29)));
    assertEquals(60, course.at(in(30)));
    assertEquals(0, course.at(in(90)));
    assertEquals(0, course.trough());
    assertEquals(160, course.peak());
  }

  @Test
  void aColumnHasTheMostAndTheLeastOfItsTime() {
    Course course = course(160, 20, 60);

    assertArrayEquals(new int[] {160, 160, 60, 60, 60, 60, 0, 0, 0}, GRID.highest(course));
    assertArrayEquals(new int[] {160, 60, 60, 60, 60, 60, 0, 0, 0}, GRID.lowest(course));
  }

  @Test
  void aLevelWithoutAnEndIsOneNumber() {
    assertArrayEquals(new int[] {160}, GRID.highest(Course.constant(160)));
  }

  @Test
  void gridAndCourseAgreeAtEveryMinute() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      Course one = random(random);
      Course other = random(random);
      Course high = Pointwise.highest(one, other);
      Course low = Pointwise.lowest(one, other);
      int[] most = GRID.highest(one);
      int[] least = GRID.lowest(one);
      for (int minute = 0; minute < 150; minute++) {
        Instant at = in(minute);
        assertEquals(Math.max(one.at(at), other.at(at)), high.at(at), one + " or " + other);
        assertEquals(Math.min(one.at(at), other.at(at)), low.at(at), one + " and " + other);
        assertTrue(one.at(at) <= Grid.at(most, GRID.column(at)), () -> one + " at " + at);
        assertTrue(one.at(at) >= Grid.at(least, GRID.column(at)), () -> one + " at " + at);
      }
    }
  }

  @Test
  void aShorterCourseIsNeverAboveTheLongOne() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      Course course = random(random);
      int periods = 1 + random.nextInt(4);

      Course shorter = Shortening.to(periods, course, NOW);

      assertTrue(shorter.steps().size() <= periods, () -> shorter + " has too many periods");
      for (int minute = 0; minute < 150; minute++) {
        assertTrue(shorter.at(in(minute)) <= course.at(in(minute)), () -> shorter + " " + course);
      }
    }
  }

  private static Course random(Random random) {
    List<Course.Step> steps = new ArrayList<>();
    steps.add(new Course.Step(Instant.MIN, 10 * random.nextInt(32)));
    for (int minute = 0; minute < 120; minute += 1 + random.nextInt(40)) {
      steps.add(new Course.Step(in(minute), 10 * random.nextInt(32)));
    }
    return Course.of(steps, random.nextBoolean() ? null : in(60 + random.nextInt(80)));
  }
}
