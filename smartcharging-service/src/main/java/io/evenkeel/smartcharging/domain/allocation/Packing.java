package io.evenkeel.smartcharging.domain.allocation;

/**
 * Chooses whom to serve when cells do not carry everybody's minimum: the most priority together. A
 * packing over three families of nested sets, hard in general; here by density, then by exchange
 * and by search, until a bound says that nobody can do better or the effort is spent.
 */
final class Packing {

  private Packing() {}

  /**
   * @param places all that load any of the cells
   * @param cells that do not carry the minima of all the places, ascending
   * @param capacity per cell of the site
   * @param scratch one per cell of the site, all 0; so again afterwards
   * @return per place whether it is served
   */
  static boolean[] choose(Wants wants, int[] places, int[] cells, int[] capacity, int[] scratch) {
    Kinds kinds = Kinds.of(wants, places, cells, capacity, scratch);
    Packed best = Greedy.pack(kinds, kinds.footprints());
    Prices prices = new Prices(kinds, best);
    if (prices.allow(best.value())) {
      Packed other = Greedy.pack(kinds, prices.perKind());
      if (other.value() > best.value()) {
        best = other;
      }
    }
    if (prices.allow(best.value())) {
      best = Exchange.improve(kinds, best);
    }
    if (prices.allow(best.value())) {
      best = Search.improve(kinds, prices, best);
    }
    boolean[] chosen = new boolean[places.length];
    for (int kind = 0; kind < kinds.count; kind++) {
      for (int i = 0; i < best.served(kind); i++) {
        chosen[kinds.member(kind, i)] = true;
      }
    }
    return chosen;
  }
}
