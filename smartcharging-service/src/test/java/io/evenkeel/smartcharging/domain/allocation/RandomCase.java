package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.world.RandomSites;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small site and what is wanted there.
 *
 * @param asUsed the site as if only those phases were wired that are used
 */
record RandomCase(
    long seed, SiteDefinition site, SiteDefinition asUsed, SiteTree tree, List<Demand> demands) {

  private static final double[] WEIGHTS = {0.5, 1, 1, 1, 1.5, 2, 3};

  /** All of one group, none in its turn. */
  static RandomCase ofOneGroup(long seed, int mostConnectors) {
    return of(seed, mostConnectors, 1, false);
  }

  static RandomCase of(long seed, int mostConnectors, int groups, boolean turns) {
    Random random = new Random(seed);
    SiteDefinition site = new RandomSites(random).site(mostConnectors);
    boolean equal = random.nextInt(3) == 0; // equal minima, weights and priorities
    List<Demand> demands = new ArrayList<>();
    List<Connector> used = new ArrayList<>(site.connectors());
    for (int i = 0; i < site.connectors().size(); i++) {
      if (random.nextInt(5) > 0) {
        Demand demand = demand(random, i, site.connectors().get(i), equal, groups, turns);
        demands.add(demand);
        used.set(i, withPhases(site.connectors().get(i), demand.phases()));
      }
    }
    SiteDefinition asUsed = new SiteDefinition(site.id(), site.voltage(), site.nodes(), used);
    return new RandomCase(seed, site, asUsed, SiteTree.of(site), demands);
  }

  static Demand demand(
      Random random, int number, Connector connector, boolean equal, int groups, boolean turns) {
    int minimum = equal || random.nextInt(4) > 0 ? 60 : 60 + random.nextInt(30);
    int maximum = random.nextInt(20) > 0 ? minimum + random.nextInt(261) : minimum - 1;
    Rank rank =
        new Rank(
            random.nextInt(groups),
            equal ? 1 : 1 + random.nextInt(16) / 4.0,
            turns && random.nextInt(3) == 0,
            random.nextInt(4));
    return new Demand(
        number,
        1 + random.nextInt(3),
        minimum,
        Math.min(maximum, connector.maximum()),
        equal ? 1 : WEIGHTS[random.nextInt(WEIGHTS.length)],
        rank);
  }

  private static Connector withPhases(Connector connector, int phases) {
    return new Connector(
        connector.id(),
        connector.key(),
        connector.node(),
        connector.rotation(),
        Math.min(phases, connector.phases()),
        connector.maximum());
  }

  Allocation allocate() {
    return Allocation.of(tree, tree.limits(), demands);
  }

  int[] limits() {
    return limits(allocate());
  }

  int[] limits(Allocation allocation) {
    int[] limits = new int[site.connectors().size()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = allocation.limit(i);
    }
    return limits;
  }
}
