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
 * Makes room for chargers that have yet to show that they keep time. Their schedules count at the
 * highest period for all time, so where less may be drawn later they might get nothing at all, and
 * with nothing they could show nothing. They share what there is at all times; chargers that have
 * shown it leave them their own later share until then, which is before it is due.
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
    List<ConnectorState> unproven = new ArrayList<>();
    for (ConnectorState state : connectors) {
      Course wanted = state.wanted;
      if (wanted != null && canProve(state, now) && wanted.at(now) >= state.minimum()) {
        unproven.add(state);
        state.toProve = true;
        planned.set(state.number, allows(state, planned));
      }
    }
    if (!unproven.isEmpty() && !planned.fits()) {
      share(unproven, planned, now, demand);
      giveWay(planned, now);
    }
  }

  private boolean canProve(ConnectorState state, Instant now) {
    return state.shares(now)
        && state.chargePoint.learned().timekeeping() == Timekeeping.UNPROVEN
        && state.periods(settings) > 1;
  }

  private static boolean isLevel(ConnectorState state) {
    Course wanted = state.wanted;
    return wanted == null || wanted.isLevel();
  }

  /** What there is for them at all times, when the others keep what they are to have now. */
  private void share(
      List<ConnectorState> unproven, WorstCase planned, Instant now, ToDemand demand) {
    unproven.forEach(state -> planned.set(state.number, Load.NONE));
    int[] room = planned.left(planned.column());
    for (ConnectorState state : yielding(now)) {
      planned.set(state.number, Load.NONE);
    }
    for (int column = planned.column() + 1; column < planned.grid().columns(); column++) {
      int[] then = planned.left(column);
      Arrays.setAll(room, cell -> Math.min(room[cell], then[cell]));
    }
    for (ConnectorState state : yielding(now)) {
      planned.set(state.number, allows(state, planned));
    }
    shares.update(room, demands(unproven, demand, now));
    for (ConnectorState state : unproven) {
      Course wanted = state.wanted;
      if (wanted != null) {
        Course level = Course.constant(wanted.at(now)).until(endOf(wanted, planned));
        state.instead = level.atMost(shares.limit(state.number));
        planned.set(state.number, allows(state, planned));
      }
    }
  }

  private static List<Demand> demands(List<ConnectorState> unproven, ToDemand demand, Instant now) {
    List<Demand> demands = new ArrayList<>(unproven.size());
    for (ConnectorState state : unproven) {
      Course wanted = state.wanted;
      if (wanted != null) {
        demands.add(demand.of(state, wanted.at(now)));
      }
    }
    return demands;
  }

  private static Instant endOf(Course wanted, WorstCase planned) {
    Instant end = wanted.end();
    return end == null ? planned.grid().begin(planned.grid().slots()) : end;
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
        .filter(
            state ->
                state.wanted != null
                    && !state.toProve
                    && state.exposure().conduct().timed()
                    && state.periods(settings) > 1
                    && state.governed(now)
                    && state.shares(now))
        .toList();
  }

  private static Load allows(ConnectorState state, WorstCase planned) {
    Course asked = state.instead == null ? state.wanted : state.instead;
    return asked == null ? Load.NONE : state.loads(state.exposure().allows(asked, planned.grid()));
  }
}
