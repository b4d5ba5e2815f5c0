package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every connector of a site may draw at the same time without anybody in control: the level
 * that all can share at every node, nothing where that is less than a car charges with.
 */
public final class SafeDefaults {
  private SafeDefaults() {}

  /**
   * Per connector of the tree.
   *
   * @param minima the least current each charger charges with
   */
  public static int[] of(SiteTree tree, int[] minima) {
    List<Demand> all = new ArrayList<>(tree.connectors());
    for (int i = 0; i < tree.connectors(); i++) {
      all.add(new Demand(i, 0, tree.connector(i).maximum(), Rank.ORDINARY));
    }
    @Nullable Reason[] unused = new @Nullable Reason[tree.connectors()];
    int[] shares = Filling.fill(tree, tree.limits(), all, unused);
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] < minima[i]) {
        shares[i] = 0;
      }
    }
    return shares;
  }
}
