package io.evenkeel.smartcharging.domain.planning;

import java.util.HashMap;
import java.util.Map;

/** The highest group of sessions that draw from a cell in a slot. */
final class GroupLoad {

  private final LoadTree tree;

  /** Per cell, by slot; empty when there is only one group. */
  private final Map<Integer, int[]> highest = new HashMap<>();

  GroupLoad(Draft draft) {
    tree = draft.tree;
    if (tree.instance.sessions().stream().mapToInt(session -> session.group()).distinct().count()
        < 2) {
      return;
    }
    for (int session = 0; session < tree.sessions; session++) {
      int group = tree.instance.sessions().get(session).group();
      for (int cell : tree.cells[session]) {
        int[] groups = highest.computeIfAbsent(cell, key -> new int[tree.slots]);
        for (int i = 0; i < draft.current[session].length; i++) {
          int slot = tree.arrival[session] + i;
          if (draft.current[session][i] > 0) {
            groups[slot] = Math.max(groups[slot], group);
          }
        }
      }
    }
  }

  boolean higherThan(int session, int cell, int slot) {
    int[] groups = highest.get(cell);
    return groups != null && groups[slot] > tree.instance.sessions().get(session).group();
  }
}
