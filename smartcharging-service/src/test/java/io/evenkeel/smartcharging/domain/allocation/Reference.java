package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Slow and plain: walks the site by names and tries everything. */
final class Reference {
  private Reference() {}

  static boolean fits(SiteDefinition site, int[] limits) {
    for (Node node : site.nodes()) {
      for (Phase phase : Phase.values()) {
        if (flow(site, limits, node.id(), phase) > node.limits().on(phase)) {
          return false;
        }
      }
    }
    return true;
  }

  static int flow(SiteDefinition site, int[] limits, String node, Phase phase) {
    return below(site, node)
        .filter(i -> loads(site.connectors().get(i), phase))
        .map(i -> limits[i])
        .sum();
  }

  static int limit(SiteDefinition site, String node, Phase phase) {
    return node(site, node).limits().on(phase);
  }

  /** Numbers of the connectors that the node feeds. */
  static IntStream below(SiteDefinition site, String node) {
    return IntStream.range(0, site.connectors().size())
        .filter(i -> isBelow(site, site.connectors().get(i).node(), node));
  }

  /**
   * One level rises without steps, and everybody with it times the weight, until something stops
   * somebody: a maximum, or a node that is full. The level of each event is solved for; doubles are
   * exact enough for sites of a dozen.
   */
  static double[] rise(SiteDefinition site, List<Demand> served) {
    double[] limits = new double[site.connectors().size()];
    Set<Demand> going = new HashSet<>(served);
    served.forEach(demand -> limits[demand.connector()] = demand.minimum());
    double level = 0;
    while (!going.isEmpty()) {
      double next = Double.MAX_VALUE;
      for (Demand demand : going) {
        next = Math.min(next, demand.maximum() / demand.weight());
        if (start(demand) > level) {
          next = Math.min(next, start(demand));
        }
      }
      double from = level;
      for (Node node : site.nodes()) {
        for (Phase phase : Phase.values()) {
          next = Math.min(next, fullAt(site, limits, going, from, node, phase));
        }
      }
      double at = Math.max(next, from);
      going.stream()
          .filter(demand -> start(demand) <= from)
          .forEach(demand -> limits[demand.connector()] = demand.weight() * at);
      level = at;
      going.removeIf(
          demand -> start(demand) <= at && demand.maximum() <= demand.weight() * at + 1e-9);
      for (Node node : site.nodes()) {
        for (Phase phase : Phase.values()) {
          if (fullAt(site, limits, going, at, node, phase) <= at + 1e-9) {
            going.removeIf(demand -> start(demand) <= at && uses(site, demand, node, phase));
          }
        }
      }
    }
    return limits;
  }

  private static double start(Demand demand) {
    return demand.minimum() / demand.weight();
  }

  private static double fullAt(
      SiteDefinition site,
      double[] limits,
      Set<Demand> going,
      double level,
      Node node,
      Phase phase) {
    double[] carried = {0};
    below(site, node.id())
        .filter(i -> loads(site.connectors().get(i), phase))
        .forEach(i -> carried[0] += limits[i]);
    double rising =
        going.stream()
            .filter(demand -> start(demand) <= level)
            .filter(demand -> uses(site, demand, node, phase))
            .mapToDouble(Demand::weight)
            .sum();
    return rising == 0 ? Double.MAX_VALUE : level + (node.limits().on(phase) - carried[0]) / rising;
  }

  static boolean isOn(SiteDefinition site, Demand demand, String node) {
    return isBelow(site, site.connectors().get(demand.connector()).node(), node);
  }

  private static boolean uses(SiteDefinition site, Demand demand, Node node, Phase phase) {
    Connector connector = site.connectors().get(demand.connector());
    return loads(connector, phase) && isBelow(site, connector.node(), node.id());
  }

  /** Over all sets of sessions. */
  static double mostPriority(SiteDefinition site, List<Demand> demands) {
    List<Demand> possible =
        demands.stream()
            .filter(demand -> demand.maximum() >= demand.minimum())
            .sorted(Comparator.comparingDouble(demand -> -demand.rank().priority()))
            .toList();
    double all = possible.stream().mapToDouble(demand -> demand.rank().priority()).sum();
    return most(site, possible, 0, new int[site.connectors().size()], 0, all, 0);
  }

  private static double most(
      SiteDefinition site,
      List<Demand> demands,
      int next,
      int[] minima,
      double served,
      double still,
      double best) {
    if (served + still <= best + 1e-9) {
      return best;
    }
    if (next == demands.size()) {
      return served;
    }
    Demand demand = demands.get(next);
    double priority = demand.rank().priority();
    minima[demand.connector()] = demand.minimum();
    double most = best;
    if (fits(site, minima)) {
      most = most(site, demands, next + 1, minima, served + priority, still - priority, most);
    }
    minima[demand.connector()] = 0;
    return most(site, demands, next + 1, minima, served, still - priority, most);
  }

  private static boolean loads(Connector connector, Phase phase) {
    String wires = connector.rotation().name().substring(0, connector.phases());
    return wires.indexOf("RST".charAt(phase.ordinal())) >= 0;
  }

  private static boolean isBelow(SiteDefinition site, String node, String ancestor) {
    @Nullable String at = node;
    while (at != null) {
      if (at.equals(ancestor)) {
        return true;
      }
      at = node(site, at).parent();
    }
    return false;
  }

  private static Node node(SiteDefinition site, String id) {
    return site.nodes().stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }
}
