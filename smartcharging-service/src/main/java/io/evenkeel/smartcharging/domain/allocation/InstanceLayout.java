package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A planning problem's tree, with a place for every session. */
final class InstanceLayout implements CellNames {

  private final Instance instance;
  private final int[] parent; // per node; -1 for the root
  private final LoadConnector[] connectorOf;
  private final Layout layout;

  private InstanceLayout(
      Instance instance, int[] parent, LoadConnector[] connectorOf, Layout layout) {
    this.instance = instance;
    this.parent = parent;
    this.connectorOf = connectorOf;
    this.layout = layout;
  }

  static InstanceLayout of(Instance instance) {
    List<LoadNode> nodes = instance.nodes();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      numbers.put(nodes.get(i).id(), i);
    }
    int[] parent = new int[nodes.size()];
    for (int i = 0; i < parent.length; i++) {
      String name = nodes.get(i).parent();
      parent[i] = name == null ? -1 : number(numbers, name);
    }
    Map<String, LoadConnector> connectors = new HashMap<>();
    instance.connectors().forEach(connector -> connectors.put(connector.id(), connector));
    int places = instance.sessions().size();
    LoadConnector[] connectorOf = new LoadConnector[places];
    int[][] cells = new int[places][];
    int[] phases = new int[places];
    for (int i = 0; i < places; i++) {
      LoadSession session = instance.sessions().get(i);
      LoadConnector connector = connectors.get(session.connector());
      if (connector == null) {
        throw new IllegalArgumentException("no connector " + session.connector());
      }
      connectorOf[i] = connector;
      phases[i] = connector.phases();
      cells[i] = cells(parent, number(numbers, connector.node()), connector);
    }
    Layout layout = Layout.of(parent.length * Phase.COUNT, cells, phases);
    return new InstanceLayout(instance, parent, connectorOf, layout);
  }

  private static int number(Map<String, Integer> numbers, String node) {
    Integer number = numbers.get(node);
    if (number == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    return number;
  }

  private static int[] cells(int[] parent, int node, LoadConnector connector) {
    int depth = 0;
    for (int at = node; at >= 0; at = parent[at]) {
      depth++;
    }
    int[] cells = new int[depth * connector.phases()];
    int next = 0;
    for (int at = node; at >= 0; at = parent[at]) {
      for (int phase = 0; phase < connector.phases(); phase++) {
        cells[next++] = at * Phase.COUNT + connector.rotation().grid(phase).ordinal();
      }
    }
    return cells;
  }

  Layout layout() {
    return layout;
  }

  int connectorMaximum(int session) {
    return connectorOf[session].max();
  }

  /** What each cell carries for charging in a slot: its limit less the base load below it. */
  int[] capacity(int slot) {
    double[] base = new double[layout.cells];
    int[] capacity = new int[layout.cells];
    for (int node = 0; node < parent.length; node++) {
      LoadNode here = instance.nodes().get(node);
      LimitFrom limit = here.limits().getFirst();
      for (LimitFrom from : here.limits()) {
        limit = from.slot() <= slot ? from : limit;
      }
      for (int phase = 0; phase < Phase.COUNT; phase++) {
        capacity[node * Phase.COUNT + phase] = limit.on(phase);
        double load = here.base(phase, slot);
        for (int at = node; load != 0 && at >= 0; at = parent[at]) {
          base[at * Phase.COUNT + phase] += load;
        }
      }
    }
    for (int cell = 0; cell < capacity.length; cell++) {
      double left = capacity[cell] - 10 * base[cell];
      capacity[cell] = (int) Math.max(0, Math.floor(left + 1e-6));
    }
    return capacity;
  }

  @Override
  public String node(int cell) {
    return instance.nodes().get(cell / Phase.COUNT).id();
  }

  @Override
  public Phase phase(int cell) {
    return Phase.values()[cell % Phase.COUNT];
  }
}
