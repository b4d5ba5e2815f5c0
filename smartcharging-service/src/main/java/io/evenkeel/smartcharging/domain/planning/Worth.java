package io.evenkeel.smartcharging.domain.planning;

/** What a unit of current is worth to a session in each slot of its stay. */
@FunctionalInterface
interface Worth {

  /** Fills in a value per slot of the stay. */
  void of(int session, double[] worth);

  /** Only the time counts: the earlier the better. */
  static Worth early(LoadTree tree) {
    return (session, worth) -> {
      for (int i = 0; i < tree.stay(session); i++) {
        worth[i] = 1 - 1e-4 * i;
      }
    };
  }

  /** Prices count, and a little the time. */
  static Worth priced(LoadTree tree, Prices prices, double late) {
    return (session, worth) -> prices.worth(tree, session, late, worth);
  }
}
