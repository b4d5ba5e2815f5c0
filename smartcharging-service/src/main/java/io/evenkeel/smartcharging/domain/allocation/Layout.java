package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;

/**
 * Which cells each place of a site loads, and which places load each cell, in flat arrays. A place
 * is a connector or a session of a problem. Its cells are laid out phase by phase, from its node to
 * the root each, so that whoever uses fewer phases loads the first part.
 */
final class Layout {

  final int places;
  final int cells;

  /** Per place, where its cells begin in {@link #path}; one more at the end. */
  final int[] from;

  /** Per place, how many nodes are above it: so many cells per phase. */
  final int[] depth;

  final int[] path;

  /** The place of each position in {@link #path}. */
  final int[] owner;

  /** Per cell, where its members begin; one more at the end. */
  final int[] memberFrom;

  /** Positions in {@link #path}, per cell in the order of places. */
  final int[] member;

  private Layout(int cells, int[] from, int[] depth, int[] path) {
    this.places = depth.length;
    this.cells = cells;
    this.from = from;
    this.depth = depth;
    this.path = path;
    this.owner = new int[path.length];
    for (int place = 0; place < places; place++) {
      for (int at = from[place]; at < from[place + 1]; at++) {
        owner[at] = place;
      }
    }
    this.memberFrom = new int[cells + 1];
    for (int cell : path) {
      memberFrom[cell + 1]++;
    }
    for (int cell = 0; cell < cells; cell++) {
      memberFrom[cell + 1] += memberFrom[cell];
    }
    int[] next = memberFrom.clone();
    this.member = new int[path.length];
    for (int at = 0; at < path.length; at++) {
      member[next[path[at]]++] = at;
    }
  }

  /**
   * @param cellsOf per place, node by node from its own to the root, the cells of its phases
   * @param phases per place, how many phases there are
   */
  static Layout of(int cells, int[][] cellsOf, int[] phases) {
    int[] from = new int[cellsOf.length + 1];
    int[] depth = new int[cellsOf.length];
    for (int place = 0; place < cellsOf.length; place++) {
      from[place + 1] = from[place] + cellsOf[place].length;
      depth[place] = cellsOf[place].length / phases[place];
    }
    int[] path = new int[from[cellsOf.length]];
    for (int place = 0; place < cellsOf.length; place++) {
      int at = from[place];
      for (int phase = 0; phase < phases[place]; phase++) {
        for (int i = phase; i < cellsOf[place].length; i += phases[place]) {
          path[at++] = cellsOf[place][i];
        }
      }
    }
    return new Layout(cells, from, depth, path);
  }

  /** A place per connector. */
  static Layout of(SiteTree tree) {
    int[][] cellsOf = new int[tree.connectors()][];
    int[] phases = new int[tree.connectors()];
    for (int i = 0; i < cellsOf.length; i++) {
      cellsOf[i] = tree.cellsOf(i);
      phases[i] = tree.connector(i).phases();
    }
    return of(tree.cells(), cellsOf, phases);
  }
}
