package io.evenkeel.smartcharging.domain.planning;

import static io.evenkeel.smartcharging.domain.planning.SiteCapacity.HAIR;
import static io.evenkeel.smartcharging.domain.planning.SiteCapacity.PHASES;

import java.util.Arrays;

/**
 * Nodes whose phases may not differ by more than so much, base load included, or than the base load
 * alone differs. A session on all three phases changes nothing there; another one may draw so much
 * more, and must draw so much that others stay allowed.
 */
final class Imbalance {

  private final LoadTree tree;
  private final int[][] nodesOf;
  private final double[] load; // base and charging, as SiteCapacity.base

  Imbalance(LoadTree tree) {
    this.tree = tree;
    boolean any = tree.instance.nodes().stream().anyMatch(node -> node.maxImbalance() != null);
    load = any ? tree.site.base.clone() : new double[0];
    nodesOf = new int[tree.sessions][];
    Arrays.fill(nodesOf, new int[0]);
    for (int session = 0; any && session < tree.sessions; session++) {
      if (tree.phases[session] < PHASES) {
        nodesOf[session] = nodesOf(session);
      }
    }
  }

  private int[] nodesOf(int session) {
    int[] nodes = new int[tree.site.nodes];
    int count = 0;
    for (int node = tree.node[session]; node >= 0; node = tree.site.parent[node]) {
      if (tree.instance.nodes().get(node).maxImbalance() != null) {
        nodes[count++] = node;
      }
    }
    return Arrays.copyOf(nodes, count);
  }

  void add(int session, int[] current, int sign) {
    for (int node : nodesOf[session]) {
      for (int phase = 0; phase < PHASES; phase++) {
        if (loads(session, phase)) {
          int at = tree.site.cell(node, phase) * tree.slots + tree.arrival[session];
          for (int i = 0; i < current.length; i++) {
            load[at + i] += sign * current[i];
          }
        }
      }
    }
  }

  void bounds(int session, int[] ceiling, int[] floor) {
    for (int node : nodesOf[session]) {
      for (int own = 0; own < PHASES; own++) {
        for (int other = 0; other < PHASES; other++) {
          if (loads(session, own) && !loads(session, other)) {
            bounds(session, node, own, other, ceiling, floor);
          }
        }
      }
    }
  }

  private void bounds(int session, int node, int own, int other, int[] ceiling, int[] floor) {
    Integer allowed = tree.instance.nodes().get(node).maxImbalance();
    int limit = allowed == null ? Integer.MAX_VALUE : allowed;
    int a = tree.site.cell(node, own) * tree.slots + tree.arrival[session];
    int b = tree.site.cell(node, other) * tree.slots + tree.arrival[session];
    for (int i = 0; i < tree.stay(session); i++) {
      double most = Math.max(limit, Math.abs(tree.site.base[a + i] - tree.site.base[b + i]));
      double ahead = load[a + i] - load[b + i];
      ceiling[i] = Math.min(ceiling[i], Math.max(0, (int) Math.floor(most - ahead + HAIR)));
      floor[i] = Math.max(floor[i], (int) Math.ceil(-most - ahead - HAIR));
    }
  }

  private boolean loads(int session, int phase) {
    return (tree.phaseMask[session] >> phase & 1) != 0;
  }
}
