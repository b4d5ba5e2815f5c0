package io.evenkeel.smartcharging.domain.planning;

/**
 * A lower bound on the energy that must be missing, whatever the plan: prices are raised where
 * sessions ask for more than a cell carries and lowered elsewhere (subgradient ascent with Polyak's
 * step, the plan's own shortfall being the target), and the best value seen is kept.
 */
final class ShortfallBound {

  private final LoadTree tree;
  private final PriceClasses classes;
  private final PriceAnswer answer;
  private final double[] free;

  /** The prices of the best bound, per dense cell and slot; 1 is the value of a unit of energy. */
  double[] prices;

  /** In phases times energy units; none is missed with prices of nothing. */
  double best;

  ShortfallBound(LoadTree tree, PriceClasses classes) {
    this.tree = tree;
    this.classes = classes;
    answer = new PriceAnswer(tree, classes);
    free = new double[tree.slots];
    prices = new double[classes.capacity.length];
    best = Math.max(0, answer.answer(prices, free, 1, false));
  }

  /** In watt-hours, less a hair for rounding. */
  double wattHours() {
    return Math.max(0, best * (1 - 1e-9) - 1e-6) * tree.wattHours;
  }

  /**
   * Improves the bound.
   *
   * @param start prices to begin with
   * @param target what a plan misses, in watt-hours
   * @param rounds how many evaluations
   */
  void improve(double[] start, double target, int rounds) {
    double[] now = start.clone();
    double[] direction = new double[now.length];
    double goal = target / tree.wattHours;
    double factor = 1.0;
    int stalled = 0;
    for (int round = 0; round < rounds; round++) {
      double bound = answer.answer(now, free, 1, false);
      if (bound > best) {
        best = bound;
        prices = now.clone();
        stalled = 0;
      } else if (++stalled >= 4) {
        factor /= 2;
        stalled = 0;
        System.arraycopy(prices, 0, now, 0, now.length);
        continue;
      }
      if (best >= goal * (1 - 1e-6)) {
        return;
      }
      step(now, direction, factor * (goal - bound));
    }
  }

  /** Excess weighs less on a large cell; past directions are remembered so as not to swing. */
  private void step(double[] now, double[] direction, double wanted) {
    double norm = 0;
    for (int i = 0; i < now.length; i++) {
      double slope = answer.excess[i];
      if (now[i] <= 0 && slope < 0) {
        direction[i] = Math.max(0, 0.5 * direction[i]);
        slope = 0;
      }
      direction[i] = 0.7 * direction[i] + slope;
      norm += slope * direction[i] / (1 + classes.capacity[i]);
    }
    if (norm <= 0) {
      return;
    }
    double length = wanted / norm;
    for (int i = 0; i < now.length; i++) {
      now[i] = Math.clamp(now[i] + length * direction[i] / (1 + classes.capacity[i]), 0, 3);
    }
  }
}
