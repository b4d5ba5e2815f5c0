package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.Arrays;
import java.util.Map;

/**
 * What each cell of a live site still has room for, slot by slot, while sessions are given their
 * levels. Tenths of an ampere.
 */
final class LiveGrid {

  private final LiveSite site;
  private final int[][] room;
  private final int[][] load;

  LiveGrid(LiveSite site) {
    this.site = site;
    int[][] capacity = site.outlook().capacity();
    room = new int[capacity.length][];
    load = new int[capacity.length][];
    for (int cell = 0; cell < room.length; cell++) {
      room[cell] = capacity[cell].clone();
      load[cell] = new int[capacity[cell].length];
    }
    for (Map.Entry<Integer, int[]> reserved : site.reserved().entrySet()) {
      for (int cell : site.tree().cellsOf(reserved.getKey())) {
        for (int slot = 0; slot < room[cell].length; slot++) {
          room[cell][slot] -= reserved.getValue()[slot];
        }
      }
    }
  }

  /** The cells that a session loads, from its node to the root. */
  int[] cells(LiveSession session) {
    SiteTree tree = site.tree();
    Connector connector = tree.connector(session.connector());
    int[] wired = tree.cellsOf(session.connector());
    int used = Math.min(session.phases(), connector.phases());
    if (used == connector.phases()) {
      return wired;
    }
    int[] cells = new int[wired.length / connector.phases() * used];
    int count = 0;
    for (int i = 0; i < wired.length; i++) {
      if (i % connector.phases() < used) {
        cells[count++] = wired[i];
      }
    }
    return Arrays.copyOf(cells, count);
  }

  void add(int[] cells, int slot, int more) {
    for (int cell : cells) {
      room[cell][slot] -= more;
      load[cell][slot] += more;
    }
  }

  /** The most that sessions draw at any time, in each cell. */
  int[] peaks() {
    return Arrays.stream(load).mapToInt(cell -> Arrays.stream(cell).max().orElse(0)).toArray();
  }

  /** From now on there is no more room in a cell that nothing feeds than that. */
  void atMost(int[] peaks) {
    for (int cell = 0; cell < room.length; cell++) {
      if (site.tree().above(cell) < 0) {
        for (int slot = 0; slot < room[cell].length; slot++) {
          room[cell][slot] = Math.min(room[cell][slot], peaks[cell]);
        }
      }
    }
  }

  /** How much more fits on all these cells; negative when there is too much already. */
  int room(int[] cells, int slot) {
    int least = Integer.MAX_VALUE;
    for (int cell : cells) {
      least = Math.min(least, room[cell][slot]);
    }
    return least;
  }

  /** What there is room for in a slot, in each cell. */
  int[] room(int slot) {
    int[] left = new int[room.length];
    for (int cell = 0; cell < left.length; cell++) {
      left[cell] = room[cell][slot];
    }
    return left;
  }

  /** The first of these cells, from the node to the root, with the least room. */
  int tightest(int[] cells, int slot) {
    int found = cells[0];
    for (int cell : cells) {
      if (room[cell][slot] < room[found][slot]) {
        found = cell;
      }
    }
    return found;
  }

  /** What the site imports in a slot, on all phases, in A. */
  double drawn(int slot) {
    return base(slot) + charging(slot);
  }

  /** What nobody steers, on all phases, in A. */
  double base(int slot) {
    double sum = 0;
    for (double[] cell : site.outlook().base()) {
      sum += cell[slot];
    }
    for (Map.Entry<Integer, int[]> reserved : site.reserved().entrySet()) {
      int phases = site.tree().connector(reserved.getKey()).phases();
      sum += phases * reserved.getValue()[slot] / 10.0;
    }
    return sum;
  }

  /** What sessions draw, on all phases, in A. */
  double charging(int slot) {
    double sum = 0;
    for (int cell = 0; cell < load.length; cell++) {
      sum += site.tree().above(cell) < 0 ? load[cell][slot] / 10.0 : 0;
    }
    return sum;
  }

  /** What sessions draw there. */
  int load(int cell, int slot) {
    return load[cell][slot];
  }
}
