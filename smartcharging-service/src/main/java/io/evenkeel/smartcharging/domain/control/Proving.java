package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.allocation.Allocator;
import io.evenkeel.smartcharging.domain.allocation.Demand;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes room for chargers whose schedules do not count slot by slot: those that have yet to show
 * that they keep time, and those that hold one period only. A schedule would count at its highest
 * period for all time there, so where not everybody's fits they are told step by step: what they
 * are to have now, and no more than there is at all times. Chargers that keep time leave them their
 * own later share until it is due.
 */
final class Proving {

  /** What is asked for a connector's car, at most so much. */
  @FunctionalInterface
  interface ToDemand {
    Demand of(ConnectorState state, int most);
  }

  private final List<ConnectorState> connectors;
  private final Settings settings;
  private final Allocator shares;

  Proving(SiteTree tree, List<ConnectorState> connectors, Settings settings) {
    this.connectors = connectors;
    this.settings = settings;
    this.shares = new Allocator(tree, tree.limits());
  }

  /**
   * @param planned what all connectors are to have; afterwards, what they are sent for now
   */
  void makeRoom(WorstCase planned, Instant now, ToDemand demand) {
    for (ConnectorState state : connectors) {
      state.toProve = false;
      state.instead = null;
    }
    if (connectors.stream().allMatch(Proving::isLevel)) {
      return; // everybody's share is the same at all times: nothing depends on the time
    }
    List<ConnectorState> untimed =
        connectors.stream().filter(state -> state.wanted != null && isUntimed(state, now)).toList();
    for (ConnectorState state : untimed) {
      state.toProve = canProve(state) && level(state, now) >= state.minimum();
      planned.set(state.number, allows(state, planned));
    }
    if (planned.fits()) {
      return;
    }
    for (ConnectorState state : untimed) {
      tell(state, level(state, now), planned);
    }
    if (!planned.fits()) {
      share(untimed, planned, now, demand);
      giveWay(planned, now);
    }
  }

  private boolean isUntimed(ConnectorState state, Instant now) {
    return state.shares(now) && !keepsTime(state);
  }

  private boolean keepsTime(ConnectorState state) {
    return state.exposure().conduct().timed() && state.periods(settings) > 1;
  }

  private boolean canProve(ConnectorState state) {
    return state.chargePoint.learned().timekeeping() == Timekeeping.UNPROVEN
        && state.periods(settings) > 1;
  }

  private static int level(ConnectorState state, Instant now) {
    return state.wanted == null ? 0 : state.wanted.at(now);
  }

  /** What it is to have now, until it is told otherwise. */
  private static void tell(ConnectorState state, int level, WorstCase planned) {
    Instant end = state.wanted == null ? null : state.wanted.end();
    state.instead =
        Course.constant(level)
            .until(end == null ? planned.grid().begin(planned.grid().slots()) : end);
    planned.set(state.number, allows(state, planned));
  }

  private static boolean isLevel(ConnectorState state) {
    Course wanted = state.wanted;
    return wanted == null || wanted.isLevel();
  }

  /** What there is for them at all times, when the others keep what they are to have now. */
  private void share(
      List<ConnectorState> untimed, WorstCase planned, Instant now, ToDemand demand) {
    untimed.forEach(state -> planned.set(state.number, Load.NONE));
    int[] room = planned.left(planned.column());
    List<ConnectorState> yielding = yielding(now);
    yielding.forEach(state -> planned.set(state.number, Load.NONE));
    for (int column = planned.column() + 1; column < planned.grid().columns(); column++) {
      int[] then = planned.left(column);
      Arrays.setAll(room, cell -> Math.min(room[cell], then[cell]));
    }
    yielding.forEach(state -> planned.set(state.number, allows(state, planned)));
    shares.update(
        room,
        untimed.stream()
            .filter(state -> level(state, now) >= state.minimum())
            .map(state -> demand.of(state, level(state, now)))
            .toList());
    for (ConnectorState state : untimed) {
      int level = level(state, now);
      tell(
          state,
          level < state.minimum() ? level : Math.min(level, shares.limit(state.number)),
          planned);
    }
  }

  /** Later only: what they are to have now is left to them. */
  private void giveWay(WorstCase planned, Instant now) {
    Grid grid = planned.grid();
    int first = planned.column();
    for (ConnectorState state : yielding(now)) {
      Course wanted = state.wanted;
      int[] levels = planned.load(state.number).car();
      List<Course.Step> steps = new ArrayList<>();
      boolean less = false;
      for (int column = first; wanted != null && column < grid.columns(); column++) {
        int level = Grid.at(levels, column);
        int missing = column == first ? 0 : room(state, planned, column);
        int left = Ceiling.atLeast(Math.max(0, level + missing), state.minimum());
        less |= left < level;
        steps.add(
            new Course.Step(
                column == first ? Instant.MIN : grid.begin(column), Math.min(level, left)));
      }
      if (wanted != null && less) {
        state.instead = Course.of(steps, wanted.end());
        planned.set(state.number, allows(state, planned));
      }
    }
  }

  /** On the phases that its car uses; 0 where there is any. */
  private static int room(ConnectorState state, WorstCase planned, int column) {
    int room = 0;
    for (int phase = 0; phase < state.phasesLoaded(); phase++) {
      room = Math.min(room, planned.room(state.number, phase, column));
    }
    return room;
  }

  private List<ConnectorState> yielding(Instant now) {
    return connectors.stream()
        .filter(state -> state.wanted != null && state.shares(now) && keepsTime(state))
        .toList();
  }

  private static Load allows(ConnectorState state, WorstCase planned) {
    Course asked = state.instead == null ? state.wanted : state.instead;
    return asked == null ? Load.NONE : state.loads(state.exposure().allows(asked, planned.grid()));
  }
}
