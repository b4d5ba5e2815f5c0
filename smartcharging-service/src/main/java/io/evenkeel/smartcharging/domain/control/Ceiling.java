package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of a wish as there is room for: at each time, or at all times where time is no help. */
final class Ceiling {

  private final Grid grid;
  private final int first;
  private final int[] most;

  private Ceiling(Grid grid, int first, int[] most) {
    this.grid = grid;
    this.first = first;
    this.most = most;
  }

  /**
   * @param wish whose kind says which phases are loaded: a transaction's limit those of its car
   */
  static Ceiling of(WorstCase worst, int connector, Exposure before, Change wish) {
    Grid grid = worst.grid();
    int[] least = before.least(wish, grid);
    Load may = before.load(grid);
    int wired = worst.phases(connector);
    int loaded = wish instanceof Change.OfDefault ? wired : Math.min(wired, before.carPhases());
    int[] most = new int[grid.columns()];
    for (int column = worst.column(); column < most.length; column++) {
      most[column] = Integer.MAX_VALUE;
      for (int phase = 0; phase < loaded; phase++) {
        int room = worst.room(connector, phase, column);
        int surely = Grid.at(least, column);
        int fits = room < 0 ? surely : Math.max(surely, Grid.at(may.on(phase), column) + room);
        most[column] = Math.min(most[column], fits);
      }
    }
    return new Ceiling(grid, worst.column(), most);
  }

  /** The most that there is room for at all times. */
  int lowest() {
    int lowest = Integer.MAX_VALUE;
    for (int column = first; column < most.length; column++) {
      lowest = Math.min(lowest, most[column]);
    }
    return lowest;
  }

  /** The course where there is room for it, else what there is room for. */
  Course under(Course course, int minimum) {
    @Nullable Instant end = course.end();
    int[] wanted = grid.highest(course);
    List<Course.Step> steps = new ArrayList<>();
    int last = end == null ? most.length - 1 : Math.min(most.length - 1, grid.column(end));
    for (int column = first; column <= last; column++) {
      Instant from = column == first ? Instant.MIN : grid.begin(column);
      steps.add(
          new Course.Step(from, atLeast(Math.min(Grid.at(wanted, column), most[column]), minimum)));
    }
    return Course.of(steps, end);
  }

  /** Nobody charges with less than the minimum. */
  static int atLeast(int limit, int minimum) {
    return limit < minimum ? 0 : limit;
  }
}
