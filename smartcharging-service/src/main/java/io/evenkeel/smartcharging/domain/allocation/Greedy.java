package io.evenkeel.smartcharging.domain.allocation;

/** Whoever brings the most priority for what it costs goes first, as long as there is room. */
final class Greedy {
  private Greedy() {}

  /**
   * @param prices what one of each kind costs, not negative
   */
  static Packed pack(Kinds kinds, double[] prices) {
    int[] order = kinds.order;
    double[] levels = new double[order.length];
    int[] next = new int[kinds.count];
    for (int i = 0; i < order.length; i++) {
      int kind = kinds.kindOf[order[i]];
      levels[i] = prices[kind] * 1e6 / kinds.priority(kind, next[kind]++);
    }
    Packed packed = new Packed(kinds);
    boolean[] closed = new boolean[kinds.count];
    for (int i : LevelOrder.of(levels)) {
      int kind = kinds.kindOf[order[i]];
      if (!closed[kind]) {
        if (packed.takesOneMore(kind)) {
          packed.add(kind, 1);
        } else {
          closed[kind] = true;
        }
      }
    }
    return packed;
  }
}
