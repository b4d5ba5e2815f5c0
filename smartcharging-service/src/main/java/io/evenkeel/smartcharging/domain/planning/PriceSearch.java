package io.evenkeel.smartcharging.domain.planning;

/**
 * Looks for good prices by letting the sessions share the cells as a fluid: an augmented
 * Lagrangian. A cell asks for nothing while it has room, and the more the more it is overloaded;
 * session by session takes the cheapest it can, a price follows the overload that remains.
 *
 * <p>What comes out are prices, from which {@link PriceAnswer} makes a bound that holds however
 * good they are.
 */
final class PriceSearch {

  /** At this share of overload a cell asks the value of a unit of energy. */
  private static final double SOFTNESS = 1;

  /** How reluctantly a session moves where nothing asks for anything. */
  private static final double INERTIA = 1e-5;

  private final LoadTree tree;
  private final PriceClasses classes;
  private final boolean weighted;
  private final double inertia;
  private final double[] steepness;
  private final double[] load;
  final double[][] drawn;
  private final double[] asked;
  private final double[] reluctance;

  /** Per dense cell and slot. */
  final double[] prices;

  PriceSearch(LoadTree tree, PriceClasses classes, double value, boolean weighted) {
    this.weighted = weighted;
    this.tree = tree;
    this.classes = classes;
    int slots = tree.slots;
    inertia = INERTIA * value;
    prices = new double[classes.capacity.length];
    load = new double[prices.length];
    steepness = new double[prices.length];
    for (int i = 0; i < prices.length; i++) {
      load[i] = -classes.capacity[i];
      steepness[i] = value / (SOFTNESS * (30 + classes.capacity[i]));
    }
    drawn = new double[tree.sessions][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = new double[tree.stay(i)];
    }
    asked = new double[slots];
    reluctance = new double[slots];
  }

  /**
   * One round: every session once, then the prices.
   *
   * @param tariff follows the import; all prices are in its unit
   * @param value of a unit of energy on one phase
   */
  void round(ImportPrice tariff, double value, double speed) {
    for (int k = 0; k < classes.cellsOf.length; k++) {
      for (int session : classes.sessionsOf[k]) {
        share(session, classes.cellsOf[k], tariff, weighted ? value * tree.value[session] : value);
      }
    }
    for (int i = 0; i < prices.length; i++) {
      prices[i] = Math.max(0, prices[i] + speed * steepness[i] * load[i]);
    }
    tariff.follow(speed);
  }

  private void share(int session, int[] cells, ImportPrice tariff, double value) {
    int stay = tree.stay(session);
    int from = tree.arrival[session];
    double phases = tree.phases[session];
    double[] x = drawn[session];
    for (int i = 0; i < stay; i++) {
      asked[i] = phases * (tariff.asked(from + i) - value);
      reluctance[i] = inertia * phases + phases * phases * tariff.slope(from + i);
    }
    for (int cell : cells) {
      int at = cell * tree.slots + from;
      for (int i = 0; i < stay; i++) {
        double price = prices[at + i] + steepness[at + i] * load[at + i];
        if (price > 0) {
          asked[i] += price;
          reluctance[i] += steepness[at + i];
        }
      }
    }
    // x - (asked + t) / reluctance, between 0 and the maximum, t such that the sum is the need
    double max = tree.max[session];
    for (int i = 0; i < stay; i++) {
      asked[i] = x[i] - asked[i] / reluctance[i]; // where it would go
      reluctance[i] = 1 / reluctance[i];
    }
    double t = toll(stay, max, tree.need[session]);
    for (int i = 0; i < stay; i++) {
      double after = Math.clamp(asked[i] - t * reluctance[i], 0, max);
      asked[i] = after - x[i];
      x[i] = after;
    }
    for (int cell : cells) {
      int at = cell * tree.slots + from;
      for (int i = 0; i < stay; i++) {
        load[at + i] += asked[i];
      }
    }
    for (int i = 0; i < stay; i++) {
      tariff.charging[from + i] += phases * asked[i];
    }
  }

  /** The least t at which no more is drawn than needed: Newton's steps on a convex slope. */
  private double toll(int stay, double max, double need) {
    double t = 0;
    double low = 0;
    double high = Double.MAX_VALUE;
    for (int step = 0; step < 20; step++) {
      double sum = 0;
      double slope = 0;
      for (int i = 0; i < stay; i++) {
        double x = asked[i] - t * reluctance[i];
        if (x >= max) {
          sum += max;
        } else if (x > 0) {
          sum += x;
          slope += reluctance[i];
        }
      }
      double over = sum - need;
      if (over > 0) {
        low = t;
      } else {
        high = t;
      }
      if (Math.abs(over) < 0.01 * max || (t == 0 && over <= 0) || high - low < 1e-9) {
        break;
      }
      double next = slope > 0 ? t + over / slope : over > 0 ? 2 * t + 1e-3 : t / 2;
      t = next > low && next < high ? next : high < 1e300 ? (low + high) / 2 : 2 * low + 1e-3;
    }
    return t;
  }
}
