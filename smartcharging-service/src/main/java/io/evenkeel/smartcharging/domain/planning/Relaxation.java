package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/**
 * The problem without minimum currents, steps and periods: how the sessions would share the cells
 * as a fluid, at which prices, and what no plan can undercut.
 */
final class Relaxation {

  private static final int LOOK = 5;

  /** Binary fractions add up to less than this share of error. */
  private static final double ROUNDING = 1e-9;

  private final boolean weighted;
  private final LoadTree tree;
  private final PriceClasses classes;
  private final PriceAnswer answer;
  private final ImportPrice tariff;
  private final PriceSearch search;

  /** What the best bound was made of. */
  private Prices best;

  private double bound = Double.NEGATIVE_INFINITY;

  /**
   * @param value of a unit of energy, in the unit of the tariff
   * @param weighted whether some sessions' energy is worth more
   */
  Relaxation(
      LoadTree tree, PriceClasses classes, ImportPrice tariff, double value, boolean weighted) {
    this.weighted = weighted;
    this.tree = tree;
    this.classes = classes;
    this.tariff = tariff;
    answer = new PriceAnswer(tree, classes);
    search = new PriceSearch(tree, classes, value, weighted);
    best = now();
  }

  /** Goes on from where another one is: prices of one aim are not far from those of another. */
  Relaxation after(Relaxation other) {
    search.start(other.search);
    System.arraycopy(other.tariff.charging, 0, tariff.charging, 0, tariff.slots);
    return this;
  }

  /** Looks for good prices, and keeps those with the best bound on missing energy and cost. */
  void improve(int rounds) {
    for (int round = 1; round <= rounds; round++) {
      search.round(tariff);
      if (round % LOOK == 0 || round == rounds) {
        Prices now = now();
        double found = answer.answer(now.cells(), now.tariff(), now.value(), weighted);
        found += tariff.ofBase(now.tariff());
        if (found > bound) {
          bound = found;
          best = now;
        }
      }
    }
  }

  /** The lower bound on missing energy, when the tariff costs nothing; in units times phases. */
  double missing() {
    double found = answer.answer(best.cells(), best.tariff(), best.value(), false);
    return Math.max(0, found / best.value() * (1 - ROUNDING) - ROUNDING);
  }

  /**
   * The lower bound on the cost of plans that miss no more than this.
   *
   * @param missing in units times phases
   */
  double cost(double missing, int rounds) {
    double most = costNow(missing);
    search.allow(missing);
    for (int round = 1; round <= rounds; round++) {
      search.round(tariff);
      if (round % LOOK == 0) {
        most = Math.max(most, costNow(missing));
      }
    }
    return most;
  }

  private double costNow(double missing) {
    Prices now = now();
    double found = answer.answer(now.cells(), now.tariff(), now.value(), false);
    double allowed = now.value() * missing;
    found += tariff.ofBase(now.tariff()) - allowed;
    return found - ROUNDING * (1 + Math.abs(found) + allowed);
  }

  Prices prices() {
    return best;
  }

  /** What a session would get. */
  double energy(int session) {
    return Math.min(tree.need[session], Arrays.stream(search.drawn[session]).sum());
  }

  /** What it pays for that on average, as a share of what it is worth. */
  double price(int session) {
    double[] prices = best.cells();
    double paid = 0;
    double energy = 0;
    int from = tree.arrival[session];
    for (int i = 0; i < search.drawn[session].length; i++) {
      double each = tree.phases[session] * best.tariff()[from + i];
      for (int cell : classes.cellsOf[classes.classOf[session]]) {
        each += prices[cell * tree.slots + from + i];
      }
      paid += each * search.drawn[session][i];
      energy += search.drawn[session][i];
    }
    return energy <= 0
        ? 1
        : paid / energy / (tree.phases[session] * tree.value[session] * best.value());
  }

  private Prices now() {
    return new Prices(classes, search.prices.clone(), tariff.tariff(), search.value);
  }
}
