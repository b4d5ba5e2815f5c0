package io.evenkeel.smartcharging.domain.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was promised before where the new plan differs by a trifle only: a profile that is not
 * sent cannot be lost, and no car is told to change for nothing.
 */
final class Steady {

  /** Half an ampere. */
  private static final int TRIFLE = 5;

  private Steady() {}

  /**
   * @param grid with the levels of all drafts
   * @param before the plan that is in force; of the same site
   */
  static void keep(LiveSite site, LiveGrid grid, List<Draft> drafts, SitePlan before) {
    if (!before.site().outlook().slot().equals(site.outlook().slot())) {
      return;
    }
    int shift = before.site().outlook().slotAt(site.outlook().start());
    Map<Integer, Promise> promised = new HashMap<>();
    before.promises().forEach(promise -> promised.put(promise.transactionId(), promise));
    for (Draft draft : drafts) {
      Promise promise = promised.get(draft.session.transactionId());
      if (promise != null) {
        int[] then =
            Levels.of(
                promise.periods(), before.departureSlot(promise), before.site().outlook().slots());
        keep(grid, draft, shifted(then, shift, draft.levels.length));
      }
    }
  }

  private static int[] shifted(int[] levels, int by, int slots) {
    int[] shifted = new int[slots];
    for (int slot = Math.max(0, -by); slot < slots && slot + by < levels.length; slot++) {
      shifted[slot] = levels[slot + by];
    }
    return shifted;
  }

  private static void keep(LiveGrid grid, Draft draft, int[] then) {
    int more = 0;
    boolean same = true;
    for (int slot = 0; slot < draft.departure; slot++) {
      int difference = then[slot] - draft.levels[slot];
      if (Math.abs(difference) > TRIFLE || difference > grid.room(draft.cells, slot)) {
        return;
      }
      if (then[slot] > draft.session.maximum()
          || (then[slot] > 0 && then[slot] < draft.session.minimum())) {
        return;
      }
      same &= difference == 0;
      more += difference;
    }
    if (same
        || more < 0
        || Levels.periods(then, draft.departure).size() > draft.session.maxPeriods()) {
      return; // what is less in all would be missing
    }
    draft.leave(grid);
    draft.levels = then;
    draft.enter(grid);
  }
}
