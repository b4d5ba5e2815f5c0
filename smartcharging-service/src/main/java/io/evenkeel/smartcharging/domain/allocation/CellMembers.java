package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.List;

/** Which demands load a cell, in one array. */
final class CellMembers {

  private final int[] starts;
  private final int[] members;

  private CellMembers(int[] starts, int[] members) {
    this.starts = starts;
    this.members = members;
  }

  static CellMembers of(SiteTree tree, List<Demand> demands) {
    int[] starts = new int[tree.cells() + 1];
    for (Demand demand : demands) {
      for (int cell : tree.cellsOf(demand.connector())) {
        starts[cell + 1]++;
      }
    }
    for (int cell = 0; cell < tree.cells(); cell++) {
      starts[cell + 1] += starts[cell];
    }
    int[] next = starts.clone();
    int[] members = new int[starts[tree.cells()]];
    for (int i = 0; i < demands.size(); i++) {
      for (int cell : tree.cellsOf(demands.get(i).connector())) {
        members[next[cell]++] = i;
      }
    }
    return new CellMembers(starts, members);
  }

  int from(int cell) {
    return starts[cell];
  }

  int to(int cell) {
    return starts[cell + 1];
  }

  int at(int index) {
    return members[index];
  }
}
