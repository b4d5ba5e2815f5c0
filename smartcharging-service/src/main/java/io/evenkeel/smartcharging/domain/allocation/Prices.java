package io.evenkeel.smartcharging.domain.allocation;

/**
 * A price on every contended cell, such that buying at these prices bounds what can be served from
 * above. Found by raising what is asked for too much and lowering what is left (subgradient).
 */
final class Prices {

  private static final int LEAST_ROUNDS = 10;
  private static final int MOST_ROUNDS = 150;
  private static final int MOST_STEPS = 60_000;
  private static final int PATIENCE = 8;
  private static final double MOMENTUM = 0.7;

  private final Kinds kinds;
  private final double[] price; // per cell, the best found
  private double bound = Double.POSITIVE_INFINITY;

  /**
   * @param known a choice that is possible
   */
  Prices(Kinds kinds, Packed known) {
    int rounds = Math.min(MOST_ROUNDS, LEAST_ROUNDS + MOST_STEPS / (kinds.path.length + 1));
    this.kinds = kinds;
    this.price = new double[kinds.capacity.length];
    double[] now = beginning(known);
    double[] spare = new double[now.length];
    double[] direction = new double[now.length];
    double stride = 1;
    int sinceBetter = 0;
    for (int round = 0; round < rounds && allow(known.value()); round++) {
      double value = buy(now, spare);
      if (value < bound) {
        bound = value;
        System.arraycopy(now, 0, price, 0, now.length);
        sinceBetter = 0;
      } else if (++sinceBetter == PATIENCE) {
        stride /= 2;
        sinceBetter = 0;
      }
      double square = 0;
      for (int cell = 0; cell < now.length; cell++) {
        direction[cell] = spare[cell] + MOMENTUM * direction[cell];
        if (now[cell] <= 0 && direction[cell] > 0) {
          direction[cell] = 0;
        }
        square += direction[cell] * direction[cell];
      }
      if (square == 0) {
        return;
      }
      double step = stride * (value - known.value()) / square;
      for (int cell = 0; cell < now.length; cell++) {
        now[cell] = Math.max(0, now[cell] - step * direction[cell]);
      }
    }
  }

  /**
   * Such that nobody who waits in a choice would buy: what he would pay is put on the widest of the
   * cells that have no room for him, on top of what others had put on his path.
   */
  private double[] beginning(Packed known) {
    double[] beginning = new double[price.length];
    double[] density = new double[kinds.count];
    for (int kind = 0; kind < kinds.count; kind++) {
      boolean waits = known.served(kind) < kinds.size(kind);
      density[kind] = waits ? known.gain(kind) / (double) kinds.minimum[kind] : 0;
    }
    for (int kind : LevelOrder.of(density)) {
      double missing = density[kind] - each(kind, beginning) / kinds.minimum[kind];
      if (missing > 0) {
        beginning[known.widestLacking(kind)] += missing;
      }
    }
    return beginning;
  }

  /**
   * What the cells are worth at these prices, and what everybody gains who buys.
   *
   * @param spare takes what nobody buys of each cell, negative where too much is asked for
   */
  private double buy(double[] now, double[] spare) {
    double value = 0;
    for (int cell = 0; cell < now.length; cell++) {
      spare[cell] = kinds.capacity[cell];
      value += now[cell] * kinds.capacity[cell];
    }
    for (int kind = 0; kind < kinds.count; kind++) {
      double each = each(kind, now);
      int bought = kinds.worthMoreThan(kind, each);
      value += kinds.value(kind, bought) - each * bought;
      int minima = bought * kinds.minimum[kind];
      for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1]; at++) {
        spare[kinds.path[at]] -= minima;
      }
    }
    return value;
  }

  private double each(int kind, double[] now) {
    double sum = 0;
    for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1]; at++) {
      sum += now[kinds.path[at]];
    }
    return sum * kinds.minimum[kind];
  }

  /** Whether more than this could perhaps be served. */
  boolean allow(long known) {
    return possible(bound, known);
  }

  /** Whether a choice that is bounded so can be better than a known one; sums are not exact. */
  boolean possible(double most, long known) {
    return most * (1 + 1e-12) >= known + kinds.unit;
  }

  /** No choice serves more. */
  double bound() {
    return bound;
  }

  double price(int cell) {
    return price[cell];
  }

  /** What one of each kind costs; a little for each cell, lest cells with room cost nothing. */
  double[] perKind() {
    double[] footprints = kinds.footprints();
    double highest = 0;
    for (double each : price) {
      highest = Math.max(highest, each);
    }
    double[] perKind = new double[kinds.count];
    for (int kind = 0; kind < kinds.count; kind++) {
      perKind[kind] = each(kind, price) / Math.max(highest, 1e-9) + footprints[kind] * 1e-3;
    }
    return perKind;
  }

  /** What one of this kind costs. */
  double each(int kind) {
    return each(kind, price);
  }
}
