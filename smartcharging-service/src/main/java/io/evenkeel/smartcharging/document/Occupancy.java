package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Plan;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan leaves free: per cell (one phase of one node) and slot, in tenths of an ampere, for
 * explanations.
 */
final class Occupancy {

  /** Rounding errors of base loads are smaller, tenths of an ampere are larger. */
  private static final double HAIR = 1e-6;

  private final Instance instance;
  private final Map<String, Integer> nodes = new HashMap<>();
  private final Map<String, LoadConnector> connectors = new HashMap<>();
  private final int[] parents;
  private final int[][] room;

  private Occupancy(Instance instance) {
    this.instance = instance;
    instance.connectors().forEach(each -> connectors.put(each.id(), each));
    instance.nodes().forEach(node -> nodes.put(node.id(), nodes.size()));
    parents = instance.nodes().stream().mapToInt(node -> number(node.parent())).toArray();
    room = new int[parents.length * Phase.COUNT][];
    double[][] base = base();
    for (int node = 0; node < parents.length; node++) {
      for (int phase = 0; phase < Phase.COUNT; phase++) {
        int cell = node * Phase.COUNT + phase;
        room[cell] = capacity(instance.nodes().get(node), phase, base[cell]);
      }
    }
  }

  static Occupancy of(Instance instance, Plan plan) {
    Occupancy occupancy = new Occupancy(instance);
    for (LoadSession session : instance.sessions()) {
      int[] currents = occupancy.currents(session, plan);
      for (int cell : occupancy.cells(session)) {
        for (int slot = session.arrival(); slot < session.departure(); slot++) {
          occupancy.room[cell][slot] -= currents[slot - session.arrival()];
        }
      }
    }
    return occupancy;
  }

  private double[][] base() {
    double[][] base = new double[room.length][instance.slots()];
    for (int node = 0; node < parents.length; node++) {
      LoadNode here = instance.nodes().get(node);
      for (int phase = 0; phase < here.base().size(); phase++) {
        for (int at = node; at >= 0; at = parents[at]) {
          double[] sum = base[at * Phase.COUNT + phase];
          for (int slot = 0; slot < sum.length; slot++) {
            sum[slot] += here.base(phase, slot);
          }
        }
      }
    }
    return base;
  }

  private static int[] capacity(LoadNode node, int phase, double[] base) {
    int[] capacity = new int[base.length];
    for (LimitFrom from : node.limits()) {
      Arrays.fill(capacity, from.slot(), capacity.length, from.on(phase));
    }
    for (int slot = 0; slot < base.length; slot++) {
      capacity[slot] = (int) Math.max(0, Math.floor(capacity[slot] - 10 * base[slot] + HAIR));
    }
    return capacity;
  }

  /** What the plan gives a session in each slot of its stay. */
  int[] currents(LoadSession session, Plan plan) {
    int[] currents = new int[session.departure() - session.arrival()];
    List<Period> schedule = plan.schedules().getOrDefault(session.id(), List.of());
    for (Period period : schedule) {
      int from = Math.max(0, period.start() - session.arrival());
      if (from < currents.length) {
        Arrays.fill(currents, from, currents.length, period.limit());
      }
    }
    return currents;
  }

  /** The cells a session loads, from its connector's node to the root. */
  int[] cells(LoadSession session) {
    LoadConnector connector = connector(session);
    int phases = Math.min(session.evPhases(), connector.phases());
    int depth = 0;
    for (int at = number(connector.node()); at >= 0; at = parents[at]) {
      depth++;
    }
    int[] cells = new int[depth * phases];
    int next = 0;
    for (int at = number(connector.node()); at >= 0; at = parents[at]) {
      for (int phase = 0; phase < phases; phase++) {
        cells[next++] = at * Phase.COUNT + connector.rotation().grid(phase).ordinal();
      }
    }
    return cells;
  }

  /** The cell with the least room in a slot; the one nearest to the connector among equals. */
  int tightest(int[] cells, int slot) {
    int tightest = cells[0];
    for (int cell : cells) {
      tightest = room[cell][slot] < room[tightest][slot] ? cell : tightest;
    }
    return tightest;
  }

  int room(int cell, int slot) {
    return room[cell][slot];
  }

  LoadConnector connector(LoadSession session) {
    return Objects.requireNonNull(connectors.get(session.connector()));
  }

  LoadNode node(int cell) {
    return instance.nodes().get(cell / Phase.COUNT);
  }

  static Phase phase(int cell) {
    return Phase.values()[cell % Phase.COUNT];
  }

  private int number(@Nullable String node) {
    return node == null ? -1 : nodes.getOrDefault(node, -1);
  }
}
