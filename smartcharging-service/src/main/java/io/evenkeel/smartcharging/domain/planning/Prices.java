package io.evenkeel.smartcharging.domain.planning;

/**
 * What cells and import cost per slot.
 *
 * @param cells per dense cell and slot
 * @param tariff per slot, of a unit of import
 * @param value of a unit of energy on one phase, before sessions are weighted
 */
record Prices(PriceClasses classes, double[] cells, double[] tariff, double value) {

  /**
   * What a unit of current is worth to a session in each slot of its stay: its value less its
   * price, and a hair less the later it is. Always positive: energy comes before money.
   */
  void worth(LoadTree tree, int session, double late, double[] worth) {
    int stay = tree.stay(session);
    int from = tree.arrival[session];
    double phases = tree.phases[session];
    for (int i = 0; i < stay; i++) {
      worth[i] = phases * tariff[from + i];
    }
    for (int cell : classes.cellsOf[classes.classOf[session]]) {
      int at = cell * tree.slots + from;
      for (int i = 0; i < stay; i++) {
        worth[i] += cells[at + i];
      }
    }
    double whole = phases * value * tree.value[session];
    for (int i = 0; i < stay; i++) {
      worth[i] = 1 - 0.9 * Math.clamp(worth[i] / whole, -1, 1) - late * i;
    }
  }
}
