package io.evenkeel.smartcharging.domain.planning;

import static io.evenkeel.smartcharging.domain.planning.SiteCapacity.PHASES;

import java.util.Arrays;

/**
 * Which cells can bind at all. What a cell may be asked for at most is what its own sessions draw
 * at their maximum and what the cells below let through; one that carries that in every slot is no
 * constraint.
 */
final class BindingCells {

  private final LoadTree tree;
  private final boolean[] binding;

  BindingCells(LoadTree tree) {
    this.tree = tree;
    SiteCapacity site = tree.site;
    int[] asked = new int[site.capacity.length];
    for (int session = 0; session < tree.sessions; session++) {
      addMaximum(session, asked);
    }
    binding = new boolean[site.nodes * PHASES];
    for (int node : site.childrenFirst) {
      for (int phase = 0; phase < PHASES; phase++) {
        int cell = site.cell(node, phase);
        int up = site.parent[node] < 0 ? -1 : site.cell(site.parent[node], phase) * site.slots;
        pass(cell, asked, up);
      }
    }
  }

  private void addMaximum(int session, int[] asked) {
    for (int phase = 0; phase < PHASES; phase++) {
      if ((tree.phaseMask[session] >> phase & 1) != 0) {
        int from = tree.site.cell(tree.node[session], phase) * tree.slots;
        for (int slot = tree.arrival[session]; slot < tree.departure[session]; slot++) {
          asked[from + slot] += tree.max[session];
        }
      }
    }
  }

  private void pass(int cell, int[] asked, int up) {
    int from = cell * tree.slots;
    for (int slot = 0; slot < tree.slots; slot++) {
      int most = tree.site.capacity[from + slot];
      int flow = asked[from + slot];
      if (flow > most) {
        binding[cell] = true;
        flow = most;
      }
      if (up >= 0) {
        asked[up + slot] += flow;
      }
    }
  }

  int[][] ofSessions() {
    int[][] cells = new int[tree.sessions][];
    int[] path = new int[tree.site.nodes * PHASES];
    for (int session = 0; session < tree.sessions; session++) {
      int count = 0;
      for (int node = tree.node[session]; node >= 0; node = tree.site.parent[node]) {
        for (int phase = 0; phase < PHASES; phase++) {
          int cell = tree.site.cell(node, phase);
          if (binding[cell] && (tree.phaseMask[session] >> phase & 1) != 0) {
            path[count++] = cell;
          }
        }
      }
      cells[session] = Arrays.copyOf(path, count);
    }
    return cells;
  }
}
