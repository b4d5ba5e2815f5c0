package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each cell (one phase of one node) carries for charging in each slot, in tenths of an ampere:
 * its limit less the base load of its subtree, never below zero.
 */
final class SiteCapacity {

  /** Rounding of binary fractions must not cost a tenth: 63 A - 31.2 A are 31.8 A. */
  static final double HAIR = 1e-6;

  static final int PHASES = 3;

  final int slots;
  final int nodes;

  /** Index of the parent, or -1. */
  final int[] parent;

  /** Nodes, each after its children. */
  final int[] childrenFirst;

  /** Base load of the subtree in tenths of an ampere: [(node x 3 + phase) x slots + slot]. */
  final double[] base;

  /** [(node x 3 + phase) x slots + slot]. */
  final int[] capacity;

  final Map<String, Integer> index = new HashMap<>();

  SiteCapacity(Instance instance) {
    List<LoadNode> list = instance.nodes();
    slots = instance.slots();
    nodes = list.size();
    for (int i = 0; i < nodes; i++) {
      index.put(list.get(i).id(), i);
    }
    parent = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      String id = list.get(i).parent();
      parent[i] = id == null ? -1 : index.getOrDefault(id, -1);
    }
    childrenFirst = childrenFirst(parent);
    base = new double[nodes * PHASES * slots];
    capacity = new int[base.length];
    boolean[] any = new boolean[nodes];
    for (int node : childrenFirst) {
      any[node] |= addOwnBase(list.get(node), node);
      if (any[node] && parent[node] >= 0) {
        addToParent(node);
        any[parent[node]] = true;
      }
      fillCapacity(list.get(node), node, any[node]);
    }
  }

  int root() {
    return childrenFirst[nodes - 1];
  }

  int cell(int node, int phase) {
    return node * PHASES + phase;
  }

  private static int[] childrenFirst(int[] parent) {
    int[] children = new int[parent.length];
    for (int up : parent) {
      if (up >= 0) {
        children[up]++;
      }
    }
    int[] order = new int[parent.length];
    int end = 0;
    for (int node = 0; node < parent.length; node++) {
      for (int at = node; at >= 0 && children[at] == 0; at = parent[at]) {
        order[end++] = at;
        children[at] = -1;
        if (parent[at] >= 0) {
          children[parent[at]]--;
        }
      }
    }
    return order;
  }

  private boolean addOwnBase(LoadNode node, int at) {
    if (node.base().isEmpty()) {
      return false;
    }
    for (int phase = 0; phase < PHASES; phase++) {
      int from = cell(at, phase) * slots;
      for (int slot = 0; slot < slots; slot++) {
        base[from + slot] += 10 * node.base(phase, slot);
      }
    }
    return true;
  }

  private void addToParent(int node) {
    int from = node * PHASES * slots;
    int to = parent[node] * PHASES * slots;
    for (int i = 0; i < PHASES * slots; i++) {
      base[to + i] += base[from + i];
    }
  }

  private void fillCapacity(LoadNode node, int at, boolean loaded) {
    for (int phase = 0; phase < PHASES; phase++) {
      int from = cell(at, phase) * slots;
      for (int i = 0; i < node.limits().size(); i++) {
        LoadNode.LimitFrom limit = node.limits().get(i);
        int next = i + 1 < node.limits().size() ? node.limits().get(i + 1).slot() : slots;
        Arrays.fill(
            capacity,
            from + Math.min(limit.slot(), slots),
            from + Math.min(next, slots),
            Math.max(0, limit.on(phase)));
      }
      for (int i = from; loaded && i < from + slots; i++) {
        capacity[i] = Math.max(0, (int) Math.floor(capacity[i] - base[i] + HAIR));
      }
    }
  }
}
