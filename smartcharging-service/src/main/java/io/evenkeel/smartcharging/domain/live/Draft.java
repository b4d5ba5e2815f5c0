package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.Arrays;
import java.util.List;

/** A session with its levels, slot by slot, while a plan is being finished. */
final class Draft {

  final LiveSession session;
  final int departure;
  final int[] cells;
  int[] levels;

  /** How many times its share it is to get, where it is shared. */
  int times = 1;

  /**
   * @param departure the slot before which it goes
   */
  Draft(LiveSession session, int departure, int[] cells, int[] levels) {
    this.session = session;
    this.departure = departure;
    this.cells = cells;
    this.levels = levels;
  }

  /** A car on fewer than three phases might tip a node whose phases may not differ much. */
  boolean mayTip(LiveSite site) {
    SiteTree tree = site.tree();
    return Math.min(session.phases(), tree.connector(session.connector()).phases()) < Phase.COUNT
        && Arrays.stream(cells).anyMatch(cell -> tree.node(cell).maxImbalance() != null);
  }

  List<Period> periods() {
    return Levels.periods(levels, departure);
  }

  void enter(LiveGrid grid) {
    for (int slot = 0; slot < departure; slot++) {
      grid.add(cells, slot, levels[slot]);
    }
  }

  void leave(LiveGrid grid) {
    for (int slot = 0; slot < departure; slot++) {
      grid.add(cells, slot, -levels[slot]);
    }
  }
}
