package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What flows through every node, phase and slot, in whole millionths of an ampere: the base load,
 * and the charging on top. Found by walking from each connector to the root by names.
 */
final class Flows {

  static final long AMPERE = 1_000_000;
  static final long TENTH = AMPERE / 10;
  private static final String LETTERS = "RST";

  private final Instance instance;
  private final Map<String, LoadNode> nodes = new HashMap<>();
  private final Map<String, LoadConnector> connectors = new HashMap<>();
  private final Map<String, long[][]> base = new HashMap<>();
  private final Map<String, long[][]> charging = new HashMap<>();

  Flows(Instance instance) {
    this.instance = instance;
    for (LoadNode node : instance.nodes()) {
      nodes.put(node.id(), node);
      base.put(node.id(), new long[3][instance.slots()]);
      charging.put(node.id(), new long[3][instance.slots()]);
    }
    instance.connectors().forEach(connector -> connectors.put(connector.id(), connector));
    instance.nodes().forEach(this::addBase);
  }

  private void addBase(LoadNode node) {
    for (int phase = 0; phase < node.base().size(); phase++) {
      double[] values = node.base().get(phase);
      for (int slot = 0; slot < instance.slots(); slot++) {
        long load = Math.round(values[Math.min(slot, values.length - 1)] * AMPERE);
        for (@Nullable LoadNode at = node; at != null; at = parent(at)) {
          of(base, at)[phase][slot] += load;
        }
      }
    }
  }

  /** Lets a session draw so many tenths of an ampere in a slot. */
  void draw(LoadSession session, int slot, int tenths) {
    LoadConnector connector = connector(session);
    for (int wire = 0; wire < phases(session); wire++) {
      int phase = LETTERS.indexOf(connector.rotation().name().charAt(wire));
      @Nullable LoadNode at = nodes.get(connector.node());
      for (; at != null; at = parent(at)) {
        of(charging, at)[phase][slot] += tenths * TENTH;
      }
    }
  }

  int phases(LoadSession session) {
    return Math.min(session.evPhases(), connector(session).phases());
  }

  LoadConnector connector(LoadSession session) {
    LoadConnector connector = connectors.get(session.connector());
    if (connector == null) {
      throw new IllegalArgumentException("no connector " + session.connector());
    }
    return connector;
  }

  long base(LoadNode node, int phase, int slot) {
    return of(base, node)[phase][slot];
  }

  long charging(LoadNode node, int phase, int slot) {
    return of(charging, node)[phase][slot];
  }

  /** What the node's own limit is in a slot. */
  static long limit(LoadNode node, int phase, int slot) {
    long limit = 0;
    for (LoadNode.LimitFrom from : node.limits()) {
      if (from.slot() <= slot) {
        limit = TENTH * (phase == 0 ? from.l1() : phase == 1 ? from.l2() : from.l3());
      }
    }
    return limit;
  }

  private @Nullable LoadNode parent(LoadNode node) {
    return node.parent() == null ? null : nodes.get(node.parent());
  }

  private static long[][] of(Map<String, long[][]> flows, LoadNode node) {
    long[][] flow = flows.get(node.id());
    if (flow == null) {
      throw new IllegalArgumentException("no node " + node.id());
    }
    return flow;
  }
}
