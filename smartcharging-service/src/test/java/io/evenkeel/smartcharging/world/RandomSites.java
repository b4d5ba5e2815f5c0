package io.evenkeel.smartcharging.world;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small sites of every shape. */
public final class RandomSites {

  private final Random random;

  public RandomSites(Random random) {
    this.random = random;
  }

  /** Up to so many connectors on charge points with one or two of them. */
  public SiteDefinition site(int mostConnectors) {
    int nodes = 1 + random.nextInt(5);
    List<Node> tree = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      String parent = i == 0 ? null : "n" + random.nextInt(i);
      tree.add(new Node("n" + i, parent, i == 0 ? "GRID" : "CIRCUIT", limits(mostConnectors)));
    }
    List<Connector> connectors = new ArrayList<>();
    int count = 1 + random.nextInt(mostConnectors);
    for (int charger = 1; connectors.size() < count; charger++) {
      int sockets = 1 + random.nextInt(2);
      for (int socket = 1; socket <= sockets && connectors.size() < count; socket++) {
        String name = "CP" + charger;
        connectors.add(
            new Connector(
                name + "-" + socket,
                new ConnectorKey(name, socket),
                "n" + random.nextInt(nodes),
                Rotation.values()[random.nextInt(Rotation.values().length)],
                random.nextInt(3) == 0 ? 1 : 3,
                random.nextBoolean() ? 320 : 160));
      }
    }
    return new SiteDefinition("site", 230, tree, connectors);
  }

  /** The same site with other limits. */
  public SiteDefinition otherLimits(SiteDefinition site) {
    List<Node> tree =
        site.nodes().stream()
            .map(
                node ->
                    random.nextInt(3) > 0
                        ? node
                        : new Node(
                            node.id(),
                            node.parent(),
                            node.kind(),
                            limits(site.connectors().size())))
            .toList();
    return new SiteDefinition(site.id(), site.voltage(), site.terms(), tree, site.connectors());
  }

  /** The same site in short steps of time, with limits that change in the course of the day. */
  public SiteDefinition overTime(SiteDefinition site, SiteTerms terms, boolean changing) {
    List<Node> tree =
        site.nodes().stream()
            .map(node -> changing && random.nextBoolean() ? daily(node, site) : node)
            .toList();
    return new SiteDefinition(site.id(), site.voltage(), terms, tree, site.connectors());
  }

  private Node daily(Node node, SiteDefinition site) {
    List<Daily.From> entries = new ArrayList<>();
    entries.add(new Daily.From(0, node.limits()));
    for (int minute = 8 * 60 + 5; minute < 11 * 60; minute += 5 * (1 + random.nextInt(12))) {
      entries.add(new Daily.From(minute, limits(site.connectors().size())));
    }
    return new Node(
        node.id(), node.parent(), node.kind(), new Daily(entries), Daily.NOTHING, List.of(), null);
  }

  private PhaseLimits limits(int connectors) {
    int usual = 30 + random.nextInt(60 * Math.max(2, connectors));
    return random.nextInt(4) > 0
        ? PhaseLimits.even(usual)
        : new PhaseLimits(usual, random.nextInt(2 * usual), usual);
  }
}
