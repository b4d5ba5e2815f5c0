package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site's instant allocation that is kept up to date: a car that comes or goes, a meter that
 * reads, a charger that is lost cost what they change, not what the site is. At any time it says
 * what {@link Allocation#of} says of the same demands and capacities. For one thread at a time.
 */
public final class Allocator {

  private final TreeNames names;
  private final Sharing sharing;
  private final @Nullable Demand[] demands;

  /**
   * With nobody there yet.
   *
   * @param capacity per cell of the tree; negative counts as nothing
   */
  public Allocator(SiteTree tree, int[] capacity) {
    this.names = new TreeNames(tree);
    this.sharing = new Sharing(Layout.of(tree), capacity);
    this.demands = new @Nullable Demand[tree.connectors()];
  }

  /** Somebody wants current, or wants something else than before. */
  public void put(Demand demand) {
    if (!demand.equals(demands[demand.connector()])) {
      demands[demand.connector()] = demand;
      sharing.put(
          demand.connector(),
          demand.phases(),
          demand.minimum(),
          demand.maximum(),
          demand.weight(),
          demand.rank());
    }
  }

  /** Nobody wants current here any more. */
  public void remove(int connector) {
    demands[connector] = null;
    sharing.remove(connector);
  }

  /** Exactly these want current. */
  public void putAll(List<Demand> all) {
    boolean[] there = new boolean[demands.length];
    for (Demand demand : all) {
      there[demand.connector()] = true;
      put(demand);
    }
    for (int connector = 0; connector < there.length; connector++) {
      if (!there[connector] && demands[connector] != null) {
        remove(connector);
      }
    }
  }

  /**
   * Exactly these want current, and exactly this is there; reckoned at once.
   *
   * @param capacity per cell of the tree
   */
  public void update(int[] capacity, List<Demand> all) {
    for (int cell = 0; cell < capacity.length; cell++) {
      capacity(cell, capacity[cell]);
    }
    putAll(all);
    settle();
  }

  /** A cell can carry this much for those that want current; negative counts as nothing. */
  public void capacity(int cell, int now) {
    sharing.capacity(cell, now);
  }

  /**
   * Reckons what was said since the last time.
   *
   * @return the connectors whose limit is another one now, ascending
   */
  public int[] settle() {
    return sharing.settle();
  }

  /** As of the last settling, per phase; 0 when it waits or is not there. */
  public int limit(int connector) {
    return sharing.limit(connector);
  }

  /** Why not more, as of the last settling; null when nothing was asked for this connector. */
  public @Nullable Reason reason(int connector) {
    return sharing.reason(connector, names);
  }
}
