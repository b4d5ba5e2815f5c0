package io.evenkeel.smartcharging.domain.problem;

import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nodes of a sound problem form one tree, not too deep, and every limit is a limit. */
final class NodeRules {

  /** Nodes from a connector's to the root at most. */
  static final int DEEPEST = 64;

  private static final int LARGEST_LIMIT = 1_000_000;
  private static final double LARGEST_BASE = 100_000;
  private static final int PHASES = 3;

  private final Instance instance;
  private final Findings found;
  private final Map<String, LoadNode> byId = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  NodeRules(Instance instance, Findings found) {
    this.instance = instance;
    this.found = found;
  }

  /** The ids of all nodes. */
  Set<String> check() {
    List<LoadNode> nodes = instance.nodes();
    if (nodes.isEmpty()) {
      found.add("nodes", "must have at least one node");
    }
    found.size("nodes", nodes.size());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      LoadNode node = nodes.get(i);
      String at = "nodes[" + i + "].";
      found.id(at + "id", node.id(), seen);
      byId.putIfAbsent(node.id(), node);
      checkLimits(at, node.limits());
      checkBase(at, node.base());
      if (node.maxImbalance() != null) {
        found.current(at + "maxImbalanceA", node.maxImbalance(), 0);
      }
    }
    checkTree(nodes);
    return seen;
  }

  private void checkLimits(String at, List<LimitFrom> limits) {
    if (limits.isEmpty()) {
      found.add(at + "limits", "must have at least one entry, from slot 0");
    }
    for (int i = 0; i < limits.size(); i++) {
      LimitFrom limit = limits.get(i);
      String entry = at + "limits[" + i + "].";
      if (i == 0 && limit.slot() != 0) {
        found.add(entry + "slot", "must be 0 in the first entry, not " + limit.slot());
      } else if (i > 0 && limit.slot() <= limits.get(i - 1).slot()) {
        found.add(entry + "slot", "must be after the entry before it, not " + limit.slot());
      } else if (instance.slots() > 0 && limit.slot() >= instance.slots()) {
        found.add(entry + "slot", "must be before the end, slot " + instance.slots());
      }
      for (int phase = 0; phase < PHASES; phase++) {
        if (limit.on(phase) < 0 || limit.on(phase) > LARGEST_LIMIT) {
          found.add(
              entry + "a[" + phase + "]",
              "must be 0 to 100000 A, not " + Findings.amperes(limit.on(phase)));
        }
      }
    }
  }

  private void checkBase(String at, List<double[]> base) {
    if (!base.isEmpty() && base.size() != PHASES) {
      found.add(at + "baseA", "must be three lists, for L1, L2, L3, not " + base.size());
    }
    for (int phase = 0; phase < base.size(); phase++) {
      double[] values = base.get(phase);
      String list = at + "baseA[" + phase + "]";
      if (values.length != 1 && values.length != instance.slots()) {
        found.add(
            list,
            "must have one entry, or one for each of the %d slots, not %d"
                .formatted(instance.slots(), values.length));
      }
      for (int i = 0; i < values.length; i++) {
        found.number(list + "[" + i + "]", values[i], -LARGEST_BASE, LARGEST_BASE);
      }
    }
  }

  private void checkTree(List<LoadNode> nodes) {
    @Nullable String root = null;
    for (int i = 0; i < nodes.size(); i++) {
      LoadNode node = nodes.get(i);
      String field = "nodes[" + i + "].parent";
      if (node.parent() == null) {
        if (root != null) {
          found.add(field, "must be given: " + root + " is the root already; there is one root");
        } else {
          root = node.id();
        }
      } else if (!byId.containsKey(node.parent())) {
        found.add(field, "names no node: " + node.parent());
      } else if (depth(node) == DEEPEST + 1) {
        found.add(
            field,
            "leads to no root within %d nodes: the nodes must form a tree".formatted(DEEPEST));
      }
    }
    if (root == null && !nodes.isEmpty()) {
      found.add("nodes", "must have a root: one node without a parent");
    }
  }

  /** Nodes from here to the top, counted no further than one more than there may be. */
  private int depth(LoadNode start) {
    Integer known = depths.get(start.id());
    if (known != null) {
      return known;
    }
    int depth = 1;
    @Nullable LoadNode node = start;
    while (depth <= DEEPEST && node.parent() != null) {
      node = byId.get(node.parent());
      if (node == null) {
        break; // noted where it stands
      }
      Integer above = depths.get(node.id());
      if (above != null) {
        depth = Math.min(depth + above, DEEPEST + 1);
        break;
      }
      depth++;
    }
    depths.put(start.id(), depth);
    return depth;
  }
}
