package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instant allocation: each session gets 0 or at least its minimum, no cell carries more than
 * its capacity, as many as possible are served, and among these the least current is as great as it
 * can be, then the next least, and so on (max-min fairness in steps of a tenth of an ampere). The
 * same input gives the same result.
 */
public final class Allocation {

  private final int[] limits;
  private final @Nullable Reason[] reasons;

  private Allocation(int[] limits, @Nullable Reason[] reasons) {
    this.limits = limits;
    this.reasons = reasons;
  }

  /**
   * @param capacity per cell of the tree; negative counts as nothing
   */
  public static Allocation of(SiteTree tree, int[] capacity, List<Demand> demands) {
    @Nullable Reason[] reasons = new @Nullable Reason[tree.connectors()];
    List<Demand> served = Admission.admit(tree, capacity, inOrder(tree, demands), reasons);
    int[] limits = Filling.fill(tree, capacity, served, reasons);
    return new Allocation(limits, reasons);
  }

  private static List<Demand> inOrder(SiteTree tree, List<Demand> demands) {
    return demands.stream()
        .sorted(
            Comparator.comparing((Demand demand) -> demand.rank().group())
                .thenComparingInt(demand -> footprint(tree, demand))
                .thenComparingLong(demand -> demand.rank().waitingSince())
                .thenComparingInt(Demand::connector))
        .toList();
  }

  /**
   * How much of the site serving somebody costs at least; alike for all whose turn counts first.
   */
  private static int footprint(SiteTree tree, Demand demand) {
    return demand.rank().group() == Rank.Group.ORDINARY
        ? tree.connector(demand.connector()).phases() * demand.minimum()
        : 0;
  }

  /** What the session on this connector may draw per phase; 0 when it waits or is not there. */
  public int limit(int connector) {
    return limits[connector];
  }

  /** Why not more; null when nothing was asked for this connector. */
  public @Nullable Reason reason(int connector) {
    return reasons[connector];
  }
}
