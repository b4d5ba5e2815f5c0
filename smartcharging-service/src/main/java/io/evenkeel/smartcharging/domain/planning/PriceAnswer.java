package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/**
 * What all sessions answer to prices on cells and slots, each alone, as if currents were any number
 * between 0 and the maximum: the Lagrangian of the linear relaxation.
 *
 * <p>For prices l >= 0, a value of energy v and a tariff g (per phase, unit of current and slot),
 * the least of
 *
 * <pre>sum v n_c missing_c + sum g_t n_c x_ct + sum l_kt (load_kt - capacity_kt)</pre>
 *
 * over all answers is no more than what any plan that keeps the capacities pays, whatever l is; so
 * each evaluation is a lower bound. Minimum currents, steps and periods are left out, which only
 * lowers it.
 */
final class PriceAnswer {

  /** Prices are put in order by whole numbers, from which the slot can be read. */
  private static final double FINE = 1L << 44;

  private final LoadTree tree;
  private final PriceClasses classes;
  private final double[] price; // of a class, per slot
  private final double[] drawn; // by a class, per slot
  private final long[] order;

  /** Load less capacity: [dense cell x slots + slot]; the direction in which prices should go. */
  final double[] excess;

  /** All phases together, per slot. */
  final double[] total;

  /** Energy missing, times phases. */
  double missing;

  PriceAnswer(LoadTree tree, PriceClasses classes) {
    this.tree = tree;
    this.classes = classes;
    price = new double[tree.slots];
    drawn = new double[tree.slots];
    order = new long[tree.slots];
    excess = new double[classes.capacity.length];
    total = new double[tree.slots];
  }

  /**
   * Answers, and fills in the public fields.
   *
   * @param prices per dense cell and slot, none negative
   * @param tariff per slot
   * @param value of a unit of energy on one phase
   * @param weighted whether energy of some sessions is worth more
   * @return the lower bound, in the unit of value
   */
  double answer(double[] prices, double[] tariff, double value, boolean weighted) {
    int slots = tree.slots;
    double bound = 0;
    for (int i = 0; i < excess.length; i++) {
      excess[i] = -classes.capacity[i];
      bound -= prices[i] * classes.capacity[i];
    }
    Arrays.fill(total, 0);
    missing = 0;
    for (int k = 0; k < classes.cellsOf.length; k++) {
      int[] cells = classes.cellsOf[k];
      int[] sessions = classes.sessionsOf[k];
      int phases = tree.phases[sessions[0]];
      double worth = value * (weighted ? tree.value[sessions[0]] : 1);
      int until = 0;
      for (int session : sessions) {
        until = Math.max(until, tree.departure[session]);
      }
      for (int slot = 0; slot < until; slot++) {
        price[slot] = phases * tariff[slot];
        drawn[slot] = 0;
      }
      for (int cell : cells) {
        int at = cell * slots;
        for (int slot = 0; slot < until; slot++) {
          price[slot] += prices[at + slot];
        }
      }
      double limit = worth * phases;
      order(until, limit);
      for (int session : sessions) {
        bound +=
            value * phases * tree.need[session] - answer(session, until, limit, phases * value);
      }
      for (int cell : cells) {
        int at = cell * slots;
        for (int slot = 0; slot < until; slot++) {
          excess[at + slot] += drawn[slot];
        }
      }
      for (int slot = 0; slot < until; slot++) {
        total[slot] += phases * drawn[slot];
      }
    }
    return bound;
  }

  /** The cheapest slots first; which of equal ones does not matter. */
  private void order(int until, double limit) {
    double scale = FINE / limit;
    boolean sorted = true;
    for (int slot = 0; slot < until; slot++) {
      sorted &= slot == 0 || price[slot] >= price[slot - 1];
      // those that cost more than they are worth, or are paid, need no order among themselves
      double rank = Math.max(-2 * FINE, Math.min(price[slot] * scale, 2 * FINE));
      order[slot] = ((long) rank << 12) | slot;
    }
    if (!sorted) {
      Arrays.sort(order, 0, until);
    }
  }

  private double answer(int session, int until, double limit, double value) {
    int from = tree.arrival[session];
    int to = tree.departure[session];
    double max = tree.max[session];
    double rest = tree.need[session];
    double worth = 0;
    for (int i = 0; i < until; i++) {
      int slot = (int) (order[i] & 0xfff);
      boolean paid = price[slot] < 0; // to draw even what is not needed
      if (!paid && (rest <= 0 || price[slot] >= limit)) {
        break;
      }
      if (slot >= from && slot < to) {
        double counts = Math.min(max, rest);
        double x = paid ? max : counts;
        rest -= counts;
        drawn[slot] += x;
        worth += value * counts - price[slot] * x;
      }
    }
    missing += tree.phases[session] * rest;
    return worth;
  }
}
