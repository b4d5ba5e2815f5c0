package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/** What a unit of current is worth to a session in each slot of its stay. */
@FunctionalInterface
interface Worth {

  Ranked of(int session);

  /**
   * Not to be changed.
   *
   * @param worth per slot of the stay; may be longer
   * @param order slots in falling order of worth, the earlier one first among equals
   */
  record Ranked(double[] worth, int[] order) {}

  /** Only the time counts: the earlier the better. */
  static Worth early(LoadTree tree) {
    double[] worth = new double[tree.slots];
    int[] order = new int[tree.slots];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = 1 - 1e-4 * i;
      order[i] = i;
    }
    Ranked ranked = new Ranked(worth, order);
    return session -> ranked;
  }

  /** Prices count, and a little the time. Reckoned once for each session. */
  static Worth priced(LoadTree tree, Prices prices, double late) {
    Ranked[] known = new Ranked[tree.sessions];
    return session -> {
      if (known[session] == null) {
        double[] worth = new double[tree.stay(session)];
        prices.worth(tree, session, late, worth);
        known[session] = ranked(worth);
      }
      return known[session];
    };
  }

  private static Ranked ranked(double[] worth) {
    long[] keys = new long[worth.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) (-worth[i] * 1e9) << 16) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) (keys[i] & 0xffff);
    }
    return new Ranked(worth, order);
  }
}
