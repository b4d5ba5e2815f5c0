package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Grid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A level that a charger can read back something of: some time from now it is lower for one slot.
 * It is never above the level, so it may count as the level for all time.
 */
final class Dip {

  /** Well above what charger and comparison may round, in tenths of an ampere. */
  private static final int LEAST = 5;

  /** It begins at every so many slots, so that it is not sent anew with each. */
  private static final int EVERY = 4;

  private final Grid grid;
  private final Settings settings;
  private final Instant now;

  Dip(Grid grid, Settings settings, Instant now) {
    this.grid = grid;
    this.settings = settings;
    this.now = now;
  }

  /** The course as it is where it says something already, or nothing can be lower. */
  Course in(Course course, ConnectorState state) {
    int periods = state.periods(settings);
    int level = course.peak();
    int lower = level - Math.max(LEAST, settings.smallestIncrease());
    int dip = lower >= state.minimum() ? lower : state.written(0);
    Instant from = from();
    if (!course.isLevel() || periods < 2 || dip >= level) {
      return course;
    }
    List<Course.Step> steps = new ArrayList<>();
    steps.add(new Course.Step(Instant.MIN, level));
    steps.add(new Course.Step(from, dip));
    if (periods > 2) {
      steps.add(new Course.Step(from.plus(grid.slot()), level));
    }
    return Course.of(steps, course.end());
  }

  /** Far enough for an answer to come before it. */
  private Instant from() {
    Duration slot = grid.slot();
    Instant from =
        grid.begin(grid.column(now.plus(slot).plus(settings.guard().multipliedBy(2))) + 1);
    while (Math.floorMod(Math.floorDiv(from.toEpochMilli(), slot.toMillis()), EVERY) != 0) {
      from = from.plus(slot);
    }
    return from;
  }
}
