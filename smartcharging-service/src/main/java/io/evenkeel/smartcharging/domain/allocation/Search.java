package io.evenkeel.smartcharging.domain.allocation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Branch and bound over how many of each kind are served, bounded by prices: what is left is worth
 * its price at most, and a kind what it brings above its price. Exact unless the effort is spent.
 */
final class Search {

  /** Choices looked at, at most: enough to be exact for a score of sessions. */
  private static final int LEAST_EFFORT = 20_000;

  private static final int EFFORT_PER_SESSION = 20;
  private static final int MOST_KINDS = 300;

  private final Kinds kinds;
  private final Prices prices;
  private final int[] order; // kinds, those first that rule out most
  private final double[] each; // price per kind
  private final int[] bought; // at these prices
  private final double[] beyond; // what kinds from this one on bring above their prices
  private final Packed now;
  private Packed best;
  private int effort;

  private Search(Kinds kinds, Prices prices, Packed best, int[] order) {
    this.kinds = kinds;
    this.prices = prices;
    this.best = best;
    this.order = order;
    this.now = new Packed(kinds);
    this.effort = Math.max(LEAST_EFFORT, EFFORT_PER_SESSION * kinds.order.length);
    each = new double[order.length];
    bought = new int[order.length];
    beyond = new double[order.length + 1];
    for (int i = order.length - 1; i >= 0; i--) {
      each[i] = prices.each(order[i]);
      bought[i] = kinds.worthMoreThan(order[i], each[i]);
      beyond[i] = beyond[i + 1] + above(i, bought[i]);
    }
  }

  static Packed improve(Kinds kinds, Prices prices, Packed known) {
    if (kinds.count > MOST_KINDS) {
      return known;
    }
    double[] footprints = kinds.footprints();
    int[] order =
        IntStream.range(0, kinds.count)
            .boxed()
            .sorted(Comparator.comparingDouble(kind -> -footprints[kind]))
            .mapToInt(Integer::intValue)
            .toArray();
    Search search = new Search(kinds, prices, known, order);
    double worth = 0;
    for (int cell = 0; cell < kinds.capacity.length; cell++) {
      worth += prices.price(cell) * kinds.capacity[cell];
    }
    search.branch(0, worth);
    return search.best;
  }

  /**
   * @param worth of what is left, at its prices
   */
  private void branch(int depth, double worth) {
    if (depth == order.length) {
      if (now.value() > best.value()) {
        best = now.copy();
      }
      return;
    }
    int kind = order[depth];
    int room = now.room(kind);
    int first = Math.min(room, bought[depth]);
    for (int number = first; number >= 0; number--) {
      if (!tryWith(depth, kind, number, worth)) {
        break;
      }
    }
    for (int number = first + 1; number <= room; number++) {
      if (!tryWith(depth, kind, number, worth)) {
        break;
      }
    }
  }

  /** False when this many, and any number further from what would be bought, cannot be better. */
  private boolean tryWith(int depth, int kind, int number, double worth) {
    if (--effort < 0) {
      return false;
    }
    double bound = now.value() + worth + beyond[depth + 1] + above(depth, number);
    if (!prices.possible(bound, best.value())) {
      return false;
    }
    now.add(kind, number);
    branch(depth + 1, worth - number * each[depth]);
    now.add(kind, -number);
    return true;
  }

  private double above(int depth, int number) {
    return kinds.value(order[depth], number) - number * each[depth];
  }
}
