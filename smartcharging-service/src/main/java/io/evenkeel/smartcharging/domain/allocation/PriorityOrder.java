package io.evenkeel.smartcharging.domain.allocation;

/** The highest priority first, then the longest waiting, then in the order of places. */
final class PriorityOrder {
  private PriorityOrder() {}

  /** Indices of the places. */
  static int[] of(Wants wants, int[] places) {
    long earliest = Long.MAX_VALUE;
    long highest = 0;
    boolean inOrder = true;
    for (int i = 0; i < places.length; i++) {
      earliest = Math.min(earliest, wants.since[places[i]]);
      highest = Math.max(highest, wants.priority[places[i]]);
      inOrder &= i == 0 || !before(wants, places[i], places[i - 1]);
    }
    int[] order = new int[places.length];
    if (inOrder) {
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      return order;
    }
    double[] levels = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      levels[i] = (double) wants.since[places[i]] - earliest;
    }
    int[] bySince = LevelOrder.of(levels);
    for (int i = 0; i < places.length; i++) {
      levels[i] = highest - wants.priority[places[bySince[i]]];
    }
    int[] byPriority = LevelOrder.of(levels);
    for (int i = 0; i < order.length; i++) {
      order[i] = bySince[byPriority[i]];
    }
    return order;
  }

  private static boolean before(Wants wants, int one, int other) {
    return wants.priority[one] != wants.priority[other]
        ? wants.priority[one] > wants.priority[other]
        : wants.since[one] < wants.since[other];
  }
}
