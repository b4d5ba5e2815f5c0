package io.evenkeel.smartcharging.domain.live;

import java.util.List;

/**
 * Hands out what a plan leaves: where nothing is saved by waiting, no ampere is idle while a car
 * could take it, also beyond what it asked for. Only whole periods are raised, so schedules do not
 * get longer; all in small steps by turns, so that nobody takes all of it.
 */
final class Surplus {

  /** 2 A a turn. */
  private static final int BITE = 20;

  private final LiveGrid grid;

  private Surplus(LiveGrid grid) {
    this.grid = grid;
  }

  static void handOut(LiveSite site, LiveGrid grid, List<Draft> drafts) {
    Surplus surplus = new Surplus(grid);
    List<Draft> takers = drafts.stream().filter(draft -> !draft.mayTip(site)).toList();
    boolean any = true;
    while (any) {
      any = false;
      for (Draft draft : takers) {
        any |= surplus.raise(draft);
      }
    }
  }

  private boolean raise(Draft draft) {
    boolean raised = false;
    int slot = 0;
    while (slot < draft.departure) {
      int end = Math.min(draft.departure, Levels.endOfRun(draft.levels, slot));
      int now = draft.levels[slot];
      int more = Math.min(draft.session.maximum() - now, room(draft, slot, end));
      int bite = Math.min(more, Math.max(BITE, draft.session.minimum() - now));
      if (bite > 0 && now + bite >= draft.session.minimum()) {
        for (int each = slot; each < end; each++) {
          draft.levels[each] += bite;
          grid.add(draft.cells, each, bite);
        }
        raised = true;
      }
      slot = end;
    }
    return raised;
  }

  private int room(Draft draft, int from, int to) {
    int least = Integer.MAX_VALUE;
    for (int slot = from; slot < to; slot++) {
      least = Math.min(least, grid.room(draft.cells, slot));
    }
    return least;
  }
}
