package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Period;
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
