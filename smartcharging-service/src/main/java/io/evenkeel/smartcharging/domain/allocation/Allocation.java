package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instant allocation: each session gets 0 or at least its minimum, and no cell carries more
 * than its capacity. Those in their turn stay on; then, group by group, those are served whose
 * priorities are most together, and among these the least current for its weight is as great as it
 * can be, then the next least, and so on (weighted max-min fairness, rounded down to tenths of an
 * ampere). The same input gives the same result.
 */
public final class Allocation {

  private final Allocator settled;

  private Allocation(Allocator settled) {
    this.settled = settled;
  }

  /**
   * @param capacity per cell of the tree; negative counts as nothing
   * @param demands one per connector at most
   */
  public static Allocation of(SiteTree tree, int[] capacity, List<Demand> demands) {
    Allocator allocator = new Allocator(tree, capacity);
    demands.forEach(allocator::put);
    allocator.settle();
    return new Allocation(allocator);
  }

  /** What the session on this connector may draw per phase; 0 when it waits or is not there. */
  public int limit(int connector) {
    return settled.limit(connector);
  }

  /** Why not more; null when nothing was asked for this connector. */
  public @Nullable Reason reason(int connector) {
    return settled.reason(connector);
  }
}
