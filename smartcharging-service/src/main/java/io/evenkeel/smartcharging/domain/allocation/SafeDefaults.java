package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;

/**
 * What every connector of a site may draw at the same time without anybody in control: the level
 * that all can share at every node, nothing where that is less than a car charges with.
 */
public final class SafeDefaults {
  private SafeDefaults() {}

  /**
   * Per connector of the tree.
   *
   * @param capacity what each cell carries at any time
   * @param minima the least current each charger charges with
   */
  public static int[] of(SiteTree tree, int[] capacity, int[] minima) {
    Wants wants = new Wants(Layout.of(tree));
    Filling filling = new Filling(wants, capacity);
    for (int i = 0; i < tree.connectors(); i++) {
      wants.set(i, Phase.COUNT, 0, tree.connector(i).maximum(), 1, Rank.ORDINARY);
      filling.add(i);
    }
    filling.settle();
    int[] shares = new int[tree.connectors()];
    for (int i = 0; i < shares.length; i++) {
      int share = filling.limit(i);
      shares[i] = share < minima[i] ? 0 : share;
    }
    return shares;
  }
}
