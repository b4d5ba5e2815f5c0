package io.evenkeel.smartcharging.world;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The judge: what may flow through every node on every phase, now and at all later times as
 * chargers hold it now. It walks the description by names, with amperes as doubles, so that it
 * cannot share a mistake with what it judges.
 */
final class Fuses {

  private static final double HAIR = 1e-6;

  private final Map<String, Charger> chargers;
  private SiteDefinition site;
  private final Map<String, Node> byName = new HashMap<>();
  private final Map<String, Integer> cells = new HashMap<>();
  private final Map<String, int[][]> ways = new HashMap<>();
  private double[][] limits = {};
  private double[][] before;
  private long changes = -1;

  Fuses(SiteDefinition site, Map<String, Charger> chargers, Instant now) {
    this.site = site;
    this.chargers = chargers;
    index();
    this.before = flows(now);
  }

  /**
   * From now on other limits hold. What flows through nodes that are new is not judged backwards.
   */
  void rewire(SiteDefinition described, Instant now) {
    site = described;
    index();
    before = flows(now);
  }

  /**
   * What is wrong, null when nothing: at no time may a node be able to carry more than its limit,
   * or, where it does already, more than the moment before.
   */
  @Nullable String judge(Instant now) {
    long all = chargers.values().stream().mapToLong(charger -> charger.changes).sum();
    if (all == changes) {
      return null;
    }
    changes = all;
    double[][] flows = flows(now);
    @Nullable String wrong = null;
    for (Node node : site.nodes()) {
      for (Phase phase : Phase.values()) {
        int cell = cell(node.id(), phase);
        for (int slot = Slots.at(now); slot <= Slots.COUNT; slot++) {
          double flow = flows[cell][slot];
          double allowed = Math.max(limits[cell][slot], before[cell][slot]);
          if (flow > allowed + HAIR && wrong == null) {
            wrong =
                "%s %s: %.1f A may flow from %s, limit %.1f A, a moment before %.1f A"
                    .formatted(
                        node.id(),
                        phase,
                        flow,
                        Slots.begin(slot),
                        limits[cell][slot],
                        before[cell][slot]);
          }
        }
      }
    }
    before = flows;
    return wrong;
  }

  /** Whether everything that may flow from now on is within the limits. */
  boolean allHold(Instant now) {
    double[][] flows = flows(now);
    for (int cell = 0; cell < flows.length; cell++) {
      for (int slot = Slots.at(now); slot <= Slots.COUNT; slot++) {
        if (flows[cell][slot] > limits[cell][slot] + HAIR) {
          return false;
        }
      }
    }
    return true;
  }

  /** The limit in A. */
  double limit(String node, Phase phase, int slot) {
    return limits[cell(node, phase)][slot];
  }

  /** The cells that a connector may load, by name: node and phase. */
  List<String> way(Connector connector) {
    return way(connector, connector.phases());
  }

  /** The cells that the car that is there loads. */
  List<String> wayOfCar(Connector connector) {
    return way(connector, socket(connector).carPhases());
  }

  private List<String> way(Connector connector, int phases) {
    List<String> way = new ArrayList<>();
    for (int i = 0; i < phases; i++) {
      way.addAll(wayOfPhase(connector, i));
    }
    return way;
  }

  private List<String> wayOfPhase(Connector connector, int number) {
    List<String> way = new ArrayList<>();
    Phase phase = Phase.values()["RST".indexOf(connector.rotation().name().charAt(number))];
    @Nullable String node = connector.node();
    while (node != null) {
      way.add(node + phase);
      node = node(node).parent();
    }
    return way;
  }

  /**
   * The least room on the way from the connector to the root, in A.
   *
   * @param phases how many phases of a connector count: the service may not know better yet
   */
  double roomFor(Connector connector, ToIntFunction<Connector> phases, Instant now) {
    Map<String, Double> drawn = new HashMap<>();
    for (Connector one : site.connectors()) {
      way(one, phases.applyAsInt(one))
          .forEach(cell -> drawn.merge(cell, socket(one).draws(now), Double::sum));
    }
    double room = Double.MAX_VALUE;
    for (String name : way(connector, phases.applyAsInt(connector))) {
      int cell = Objects.requireNonNull(cells.get(name));
      room = Math.min(room, limits[cell][Slots.at(now)] - drawn.getOrDefault(name, 0.0));
    }
    return room;
  }

  private double[][] flows(Instant now) {
    double[][] flows = new double[cells.size()][Slots.COUNT + 1];
    int first = Slots.at(now);
    for (Connector connector : site.connectors()) {
      double[][] most = socket(connector).most(now);
      int[][] way = Objects.requireNonNull(ways.get(connector.id()));
      for (int phase = 0; phase < way.length; phase++) {
        for (int cell : way[phase]) {
          for (int slot = first; slot <= Slots.COUNT; slot++) {
            flows[cell][slot] += most[phase][slot];
          }
        }
      }
    }
    return flows;
  }

  private Socket socket(Connector connector) {
    Charger charger = Objects.requireNonNull(chargers.get(connector.key().chargePoint()));
    return Objects.requireNonNull(charger.sockets.get(connector.key().connectorId()));
  }

  private Node node(String id) {
    return Objects.requireNonNull(byName.get(id), id);
  }

  private int cell(String node, Phase phase) {
    return Objects.requireNonNull(cells.get(node + phase));
  }

  private void index() {
    byName.clear();
    cells.clear();
    ways.clear();
    for (Node node : site.nodes()) {
      byName.put(node.id(), node);
      for (Phase phase : Phase.values()) {
        cells.put(node.id() + phase, cells.size());
      }
    }
    for (Connector connector : site.connectors()) {
      int[][] way = new int[connector.phases()][];
      for (int phase = 0; phase < way.length; phase++) {
        way[phase] =
            wayOfPhase(connector, phase).stream()
                .mapToInt(name -> Objects.requireNonNull(cells.get(name)))
                .toArray();
      }
      ways.put(connector.id(), way);
    }
    limits = new double[cells.size()][Slots.COUNT + 1];
    for (Node node : site.nodes()) {
      for (Phase phase : Phase.values()) {
        for (int slot = 0; slot <= Slots.COUNT; slot++) {
          limits[cell(node.id(), phase)][slot] = limit(node.limit(), slot).on(phase) / 10.0;
        }
      }
    }
  }

  /** Of all that comes after, the least of the day. */
  private static PhaseLimits limit(Daily limit, int slot) {
    List<Daily.From> entries = limit.entries();
    if (slot == Slots.COUNT) {
      int l1 = Integer.MAX_VALUE;
      int l2 = Integer.MAX_VALUE;
      int l3 = Integer.MAX_VALUE;
      for (Daily.From from : entries) {
        l1 = Math.min(l1, from.amperes().l1());
        l2 = Math.min(l2, from.amperes().l2());
        l3 = Math.min(l3, from.amperes().l3());
      }
      return new PhaseLimits(l1, l2, l3);
    }
    PhaseLimits found = entries.getLast().amperes();
    for (Daily.From from : entries) {
      if (from.minute() <= Slots.minute(slot)) {
        found = from.amperes();
      }
    }
    return found;
  }
}
