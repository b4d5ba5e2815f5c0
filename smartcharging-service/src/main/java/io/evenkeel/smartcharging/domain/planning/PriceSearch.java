package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

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

  /** After so many rounds prices follow more and more slowly: many sessions at once overdo it. */
  private static final double STEADY = 30;

  /** How reluctantly a session moves where nothing asks for anything. */
  private static final double INERTIA = 1e-5;

  private final LoadTree tree;
  private final PriceClasses classes;
  private final boolean weighted;
  private final double inertia;
  private final double[] steepness;
  private final double[] load;
  final double[][] drawn;
  private final double[] tolls;
  private final Toll toll;

  /** Per dense cell and slot. */
  final double[] prices;

  /** Of a unit of energy on one phase. */
  double value;

  private int round;

  /** How quickly the value follows what is missing; 0 while nothing is said of that. */
  private double urgency;

  /** So much is missing more than may be, in units times phases. */
  private double overdue;

  PriceSearch(LoadTree tree, PriceClasses classes, double value, boolean weighted) {
    this.weighted = weighted;
    this.tree = tree;
    this.classes = classes;
    this.value = value;
    inertia = INERTIA * value;
    prices = new double[classes.capacity.length];
    load = new double[prices.length];
    steepness = new double[prices.length];
    for (int i = 0; i < prices.length; i++) {
      load[i] = -classes.capacity[i];
      steepness[i] = value / (SOFTNESS * (30 + classes.capacity[i]));
    }
    drawn = new double[tree.sessions][];
    tolls = new double[tree.sessions];
    int longest = 0;
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = new double[tree.stay(i)];
      longest = Math.max(longest, tree.stay(i));
    }
    toll = new Toll(longest);
  }

  /** Goes on from where another one is, in this one's unit. */
  void start(PriceSearch other) {
    double unit = value / other.value;
    for (int i = 0; i < prices.length; i++) {
      prices[i] = unit * other.prices[i];
      load[i] = other.load[i];
    }
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = other.drawn[i].clone();
      tolls[i] = unit * other.tolls[i];
    }
  }

  /** From now on the value of energy is looked for at which so much is missing. */
  void allow(double missing) {
    double needs = 0;
    overdue = -missing;
    for (int session = 0; session < tree.sessions; session++) {
      double rest = tree.need[session] - Arrays.stream(drawn[session]).sum();
      overdue += tree.phases[session] * rest;
      needs += tree.phases[session] * tree.need[session];
    }
    urgency = value / Math.max(1, needs);
  }

  /**
   * One round: every session once, then the prices.
   *
   * @param tariff follows the import; all prices are in its unit
   */
  void round(ImportPrice tariff) {
    round++;
    double speed = Math.min(1, STEADY / round);
    for (int k = 0; k < classes.cellsOf.length; k++) {
      for (int session : classes.sessionsOf[k]) {
        share(session, classes.cellsOf[k], tariff, weighted ? value * tree.value[session] : value);
      }
    }
    for (int i = 0; i < prices.length; i++) {
      prices[i] = Math.max(0, prices[i] + speed * steepness[i] * load[i]);
    }
    value = Math.max(0, value + speed * urgency * overdue);
    tariff.follow(speed);
  }

  private void share(int session, int[] cells, ImportPrice tariff, double value) {
    int stay = tree.stay(session);
    int from = tree.arrival[session];
    double phases = tree.phases[session];
    double[] x = drawn[session];
    double[] asked = toll.wanted;
    double[] reluctance = toll.ease;
    for (int i = 0; i < stay; i++) {
      asked[i] = phases * (tariff.flat[from + i] - value);
      reluctance[i] = inertia * phases;
    }
    if (tariff.follows) {
      for (int i = 0; i < stay; i++) {
        asked[i] += phases * tariff.added(from + i);
        reluctance[i] += phases * phases * tariff.slope(from + i);
      }
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
    double before = 0;
    for (int i = 0; i < stay; i++) {
      before += x[i];
      asked[i] = x[i] - asked[i] / reluctance[i]; // where it would go
      reluctance[i] = 1 / reluctance[i];
    }
    double max = tree.max[session];
    toll.of(stay, max);
    double t = toll(session, before, phases * value);
    double after = 0;
    for (int i = 0; i < stay; i++) {
      double now = Math.max(0, Math.min(max, asked[i] - t * reluctance[i]));
      after += now;
      asked[i] = now - x[i];
      x[i] = now;
    }
    overdue -= phases * (after - before);
    for (int cell : cells) {
      int at = cell * tree.slots + from;
      for (int i = 0; i < stay; i++) {
        load[at + i] += asked[i];
      }
    }
    for (int i = 0; tariff.follows && i < stay; i++) {
      tariff.charging[from + i] += phases * asked[i];
    }
  }

  /** Such that no more is drawn than needed, and what is overdue raises the value. */
  private double toll(int session, double before, double worth) {
    double least = 0;
    if (urgency > 0) {
      double each = urgency * tree.phases[session];
      double most = each * (overdue + tree.phases[session] * before);
      double near = 1e-7 * worth;
      least = toll.find(each * tree.phases[session], most, 1, -each * overdue, -most, near);
      least = Math.min(least, worth);
    }
    double start = Math.max(least, tolls[session]);
    double near = 0.01 * tree.max[session];
    tolls[session] = toll.find(1, tree.need[session], 0, start, least, near);
    return tolls[session];
  }
}
