package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.List;

/** Finds out why a session gets what it gets, by looking at what is around it in the plan. */
final class Explainer {

  /** Less than that is no room: half an ampere, which nobody is told of. */
  private static final int NOTHING = 5;

  /** The highest import is one that is so near to it. */
  private static final double HIGHEST = 0.98;

  private final LiveSite site;
  private final LiveGrid grid;
  private final List<Draft> drafts;

  /**
   * @param grid with the levels of all drafts
   */
  Explainer(LiveSite site, LiveGrid grid, List<Draft> drafts) {
    this.site = site;
    this.grid = grid;
    this.drafts = drafts;
  }

  /**
   * @param shortfallWh what will be missing at its departure
   */
  Because why(Draft draft, int slot, double neededWh, double shortfallWh) {
    int now = draft.levels[slot];
    if (draft.session.maximum() < draft.session.minimum()) {
      return new Because.MaximumBelowMinimum();
    }
    if (now >= draft.session.maximum()) {
      return new Because.Maximum();
    }
    int room = grid.room(draft.cells, slot);
    if (room < NOTHING || now + room < draft.session.minimum()) {
      return full(draft, slot, now);
    }
    if (shortfallWh <= Forecast.TRIFLE_WH) {
      return neededWh <= Forecast.TRIFLE_WH ? new Because.Satisfied() : inTime(draft, slot, now);
    }
    return laterFull(draft, slot);
  }

  private Because full(Draft draft, int slot, int now) {
    SiteTree tree = site.tree();
    int cell = grid.tightest(draft.cells, slot);
    String node = tree.node(cell).id();
    if (somebodyHigher(draft, cell, slot)) {
      return new Because.Priority(node, tree.phase(cell));
    }
    return now == 0
        ? new Because.Waiting(node, tree.phase(cell))
        : new Because.NodeFull(node, tree.phase(cell), site.slotStart(slot));
  }

  private boolean somebodyHigher(Draft draft, int cell, int slot) {
    int group = group(draft);
    for (Draft other : drafts) {
      if (other.levels[slot] > 0 && group(other) > group) {
        for (int each : other.cells) {
          if (each == cell) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int group(Draft draft) {
    return site.tree().connector(draft.session.connector()).terms().group();
  }

  private Because inTime(Draft draft, int slot, int now) {
    Tariff tariff = site.tariff();
    int cheapest = -1;
    for (int later = slot + 1; later < draft.departure; later++) {
      if (draft.levels[later] > now
          && tariff.price(later) < tariff.price(slot)
          && (cheapest < 0 || tariff.price(later) < tariff.price(cheapest))) {
        cheapest = later;
      }
    }
    if (cheapest >= 0) {
      return new Because.Price(
          site.slotStart(cheapest), tariff.price(cheapest), tariff.price(slot));
    }
    boolean highest = grid.drawn(slot) >= HIGHEST * highestDrawn();
    return tariff.demandChargePerKw() > 0 && highest ? new Because.Peak() : new Because.Enough();
  }

  private double highestDrawn() {
    double highest = 0;
    for (int slot = 0; slot < site.outlook().slots(); slot++) {
      highest = Math.max(highest, grid.drawn(slot));
    }
    return highest;
  }

  /** There is room now, but not in all of the period that it belongs to. */
  private Because laterFull(Draft draft, int slot) {
    int end = Math.min(draft.departure, Levels.endOfRun(draft.levels, slot));
    for (int later = slot + 1; later < end; later++) {
      if (grid.room(draft.cells, later) <= 0) {
        int cell = grid.tightest(draft.cells, later);
        return new Because.NodeFull(
            site.tree().node(cell).id(), site.tree().phase(cell), site.slotStart(later));
      }
    }
    return draft.periods().size() < draft.session.maxPeriods()
        ? inTime(draft, slot, draft.levels[slot])
        : new Because.Periods(draft.session.maxPeriods());
  }
}
