package io.evenkeel.smartcharging.world;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The judge: what flows through every node on every phase. It walks the description by names, with
 * amperes as doubles, so that it cannot share a mistake with what it judges.
 */
final class Fuses {

  private static final double HAIR = 1e-6;

  private final Map<String, Charger> chargers;
  private SiteDefinition site;
  private final Map<String, Node> byName = new HashMap<>();
  private Map<String, Double> before;

  Fuses(SiteDefinition site, Map<String, Charger> chargers) {
    this.site = site;
    this.chargers = chargers;
    index();
    this.before = flows(Socket::mayDraw);
  }

  /**
   * From now on other limits hold. What flows through nodes that are new is not judged backwards.
   */
  void rewire(SiteDefinition described) {
    site = described;
    index();
    before = flows(Socket::mayDraw);
  }

  /**
   * What is wrong, null when nothing: no node may be able to carry more than its limit, or, where
   * it does already, more than the moment before.
   */
  @Nullable String judge() {
    Map<String, Double> now = flows(Socket::mayDraw);
    @Nullable String wrong = null;
    for (Node node : site.nodes()) {
      for (Phase phase : Phase.values()) {
        double flow = now.getOrDefault(node.id() + phase, 0.0);
        double limit = node.limits().on(phase) / 10.0;
        double allowed = Math.max(limit, before.getOrDefault(node.id() + phase, 0.0));
        if (flow > allowed + HAIR) {
          wrong =
              "%s %s: %.1f A may flow, limit %.1f A, a moment before %.1f A"
                  .formatted(node.id(), phase, flow, limit, allowed);
        }
      }
    }
    before = now;
    return wrong;
  }

  /** Whether everything that may flow is within the limits. */
  boolean allHold() {
    Map<String, Double> now = flows(Socket::mayDraw);
    for (Node node : site.nodes()) {
      for (Phase phase : Phase.values()) {
        if (now.getOrDefault(node.id() + phase, 0.0) > node.limits().on(phase) / 10.0 + HAIR) {
          return false;
        }
      }
    }
    return true;
  }

  /** The least room on the way from the connector to the root, on the phases it uses, in A. */
  double roomFor(Connector connector) {
    Map<String, Double> drawn = flows(Socket::draws);
    double room = Double.MAX_VALUE;
    for (int i = 0; i < connector.phases(); i++) {
      Phase phase = Phase.values()["RST".indexOf(connector.rotation().name().charAt(i))];
      @Nullable String node = connector.node();
      while (node != null) {
        Node at = node(node);
        double left = at.limits().on(phase) / 10.0 - drawn.getOrDefault(node + phase, 0.0);
        room = Math.min(room, left);
        node = at.parent();
      }
    }
    return room;
  }

  private Map<String, Double> flows(ToDoubleFunction<Socket> current) {
    Map<String, Double> flows = new TreeMap<>();
    for (Connector connector : site.connectors()) {
      Charger charger = chargers.get(connector.key().chargePoint());
      Socket socket = charger.sockets.get(connector.key().connectorId());
      for (int i = 0; i < connector.phases(); i++) {
        Phase phase = Phase.values()["RST".indexOf(connector.rotation().name().charAt(i))];
        @Nullable String node = connector.node();
        while (node != null) {
          flows.merge(node + phase, current.applyAsDouble(socket), Double::sum);
          node = node(node).parent();
        }
      }
    }
    return flows;
  }

  private Node node(String id) {
    return Objects.requireNonNull(byName.get(id), id);
  }

  private void index() {
    byName.clear();
    site.nodes().forEach(node -> byName.put(node.id(), node));
  }
}
