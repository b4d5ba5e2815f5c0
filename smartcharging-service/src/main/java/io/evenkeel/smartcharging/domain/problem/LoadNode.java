package io.evenkeel.smartcharging.domain.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree.
 *
 * @param parent id of the node that feeds it; null for the root
 * @param kind what people call it
 * @param limits in the order of their slots, the first from slot 0
 * @param base load that nobody steers, in A, negative when it generates: per phase L1, L2, L3 one
 *     value a slot, or a single one for all slots; empty for none. It counts here and at every
 *     ancestor
 * @param maxImbalance largest difference between two phases here with the base load, in tenths of
 *     an ampere; null: none. Where the base load alone differs by more, charging must not make it
 *     worse
 */
public record LoadNode(
    String id,
    @Nullable String parent,
    String kind,
    List<LimitFrom> limits,
    List<double[]> base,
    @Nullable Integer maxImbalance) {

  public LoadNode {
    limits = List.copyOf(limits);
    base = List.copyOf(base);
  }

  /** A limit per phase L1, L2, L3 in tenths of an ampere, from this slot to that of the next. */
  public record LimitFrom(int slot, int l1, int l2, int l3) {

    /** On phase 0, 1 or 2. */
    public int on(int phase) {
      return phase == 0 ? l1 : phase == 1 ? l2 : l3;
    }
  }

  /** Base load in A on phase 0, 1 or 2 in a slot. */
  public double base(int phase, int slot) {
    if (base.isEmpty()) {
      return 0;
    }
    double[] values = base.get(phase);
    return values[values.length == 1 ? 0 : slot];
  }
}
