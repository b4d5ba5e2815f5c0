package io.evenkeel.smartcharging.domain.live;

/**
 * The planner counts the current slot as a whole one, though a part of it is over. What a session
 * will miss for that comes in later slots: where it charges anyway, else where there is room, never
 * at a higher price than it was to pay, and never above the highest import that was planned.
 */
final class MakingUp {

  private final LiveSite site;
  private final LiveGrid grid;
  private final int[] peaks;

  /**
   * @param grid with the levels of all drafts
   */
  MakingUp(LiveSite site, LiveGrid grid) {
    this.site = site;
    this.grid = grid;
    this.peaks = grid.peaks();
  }

  /** Raises a draft until nothing is missing, as far as that is possible. */
  void raise(Draft draft) {
    double dearest = draft.dearestOf(site.tariff());
    for (int slot = 1; slot < draft.departure && isMissing(draft); ) {
      int end = Math.min(draft.departure, Levels.endOfRun(draft.levels, slot));
      if (draft.levels[slot] > 0) {
        raise(draft, slot, end, dearest);
      }
      slot = end;
    }
    for (int slot = 1; slot < draft.departure && isMissing(draft); slot++) {
      int[] before = draft.levels.clone();
      raise(draft, slot, slot + 1, dearest);
      if (draft.periods().size() > draft.session.maxPeriods()) {
        draft.leave(grid);
        draft.levels = before;
        draft.enter(grid);
      }
    }
  }

  private void raise(Draft draft, int from, int to, double dearest) {
    int least = Math.max(0, draft.session.minimum() - draft.levels[from]);
    int more = Math.min(Math.max(least, wanted(draft, to - from)), most(draft, from, to, dearest));
    if (more > 0 && more >= least) {
      for (int slot = from; slot < to; slot++) {
        draft.levels[slot] += more;
        grid.add(draft.cells, slot, more);
      }
    }
  }

  private int wanted(Draft draft, int slots) {
    double hours = site.outlook().slot().toSeconds() / 3600.0 * slots;
    return (int) Math.ceil(missingWh(draft) / hours / draft.wattsPerTenth(site));
  }

  private int most(Draft draft, int from, int to, double dearest) {
    int most = draft.session.maximum() - draft.levels[from];
    for (int slot = from; slot < to; slot++) {
      most = site.tariff().price(slot) > dearest ? 0 : Math.min(most, room(draft, slot));
    }
    return most;
  }

  private int room(Draft draft, int slot) {
    int room = grid.room(draft.cells, slot);
    for (int cell : draft.cells) {
      if (site.tariff().demandChargePerKw() > 0 && site.tree().above(cell) < 0) {
        room = Math.min(room, peaks[cell] - grid.load(cell, slot));
      }
    }
    return room;
  }

  private boolean isMissing(Draft draft) {
    return missingWh(draft) > Forecast.TRIFLE_WH;
  }

  private double missingWh(Draft draft) {
    Need need = Need.of(draft.session, site.at());
    return need.energyWh() - Forecast.of(site, draft, need).energyWh();
  }
}
