package io.evenkeel.smartcharging.domain.allocation;

/**
 * Weighted progressive filling that is kept up to date. After a change only those are filled anew
 * whom it can concern: who changed, and everybody on a cell that was full before or is full
 * afterwards, until no more are added. A cell that is neither passes nothing on, since nobody on it
 * was or is stopped by it; so the result is the one of filling everybody.
 *
 * <p>Shares are reckoned in fractions of a tenth, as whole numbers so that sums are exact in any
 * order, and rounded down to tenths at the end.
 */
final class Filling {

  /** A tenth of an ampere in units of a share. */
  static final long ONE = 1L << 30;

  static final int AT_MAXIMUM = -1;

  /**
   * Added before rounding down, as fractions are cut off in shares. A sum of whole tenths stays
   * under its capacity, since all of a site's hairs together are less than a tenth.
   */
  private static final long HAIR = ONE >> 17;

  /** A cell with less left than this is full; what is cut off in shares is far less. */
  private static final long NEARLY = ONE >> 10;

  private final Wants wants;
  private final Layout layout;
  private final int[] capacity;
  private final boolean[] in;
  private final long[] share;
  private final int[] stoppedAt;
  private final long[] carried;
  private final int[] used;
  private final int[] scratch;
  private int members;

  private final Touched added; // since the last settling
  private final Touched changing; // who is filled anew
  private final Touched cells; // whatever was touched since the last settling …
  private final boolean[] wasFull; // … and whether it was full before
  private final int[] usedBefore;

  Filling(Wants wants, int[] capacity) {
    this.wants = wants;
    this.layout = wants.layout;
    this.capacity = capacity;
    in = new boolean[layout.places];
    share = new long[layout.places];
    stoppedAt = new int[layout.places];
    carried = new long[layout.cells];
    used = new int[layout.cells];
    scratch = new int[layout.cells];
    added = new Touched(layout.places);
    changing = new Touched(layout.places);
    cells = new Touched(layout.cells);
    wasFull = new boolean[layout.cells];
    usedBefore = new int[layout.cells];
  }

  /** Its minimum must fit beside the others' minima when it is settled. */
  void add(int place) {
    in[place] = true;
    members++;
    added.add(place);
  }

  /** To be called before what it wants changes. */
  void remove(int place) {
    in[place] = false;
    members--;
    touchPath(place);
    take(place);
  }

  /** A cell carries so much more, or less. */
  void capacity(int cell, int more) {
    touch(cell);
    capacity[cell] += more;
  }

  /**
   * Brings everything up to date. Afterwards the changes can be asked for until they are forgotten.
   */
  void settle() {
    for (int i = 0; i < added.count(); i++) {
      if (in[added.get(i)]) {
        include(added.get(i));
      }
    }
    for (int i = 0; i < cells.count(); i++) {
      int cell = cells.get(i);
      if (wasFull[cell] || isFull(cell)) {
        includeAll(cell);
      }
    }
    int reached = 0;
    int filled = -1;
    while (filled < changing.count()) {
      reached = includeOnwards(reached);
      filled = changing.count();
      fill();
      for (int i = 0; i < cells.count() && filled < members; i++) {
        if (isFull(cells.get(i))) {
          includeAll(cells.get(i));
        }
      }
    }
    added.clear();
  }

  private int includeOnwards(int from) {
    int at = from;
    for (; at < changing.count(); at++) {
      int place = changing.get(at);
      for (int i = layout.from[place]; i < wants.to[place]; i++) {
        if (wasFull[layout.path[i]]) {
          includeAll(layout.path[i]);
        }
      }
    }
    return at;
  }

  private void includeAll(int cell) {
    if (changing.count() == members) {
      return;
    }
    for (int i = layout.memberFrom[cell]; i < layout.memberFrom[cell + 1]; i++) {
      int at = layout.member[i];
      int place = layout.owner[at];
      if (in[place] && at < wants.to[place]) {
        include(place);
      }
    }
  }

  private void include(int place) {
    if (changing.add(place)) {
      touchPath(place);
    }
  }

  private void fill() {
    int[] places = changing.sortedFrom(0);
    for (int place : places) {
      take(place);
    }
    RiseCells run = RiseCells.of(wants, places, cells, capacity, carried, scratch);
    Rise.rise(wants, run, places, share, stoppedAt);
    for (int place : places) {
      int tenths = limit(place);
      for (int at = layout.from[place]; at < wants.to[place]; at++) {
        carried[layout.path[at]] += share[place];
        used[layout.path[at]] += tenths;
      }
    }
  }

  private void take(int place) {
    if (share[place] == 0) {
      return;
    }
    int tenths = limit(place);
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      carried[layout.path[at]] -= share[place];
      used[layout.path[at]] -= tenths;
    }
    share[place] = 0;
  }

  private void touchPath(int place) {
    for (int at = layout.from[place]; at < wants.to[place]; at++) {
      touch(layout.path[at]);
    }
  }

  private void touch(int cell) {
    if (cells.add(cell)) {
      wasFull[cell] = isFull(cell);
      usedBefore[cell] = used[cell];
    }
  }

  private boolean isFull(int cell) {
    return capacity[cell] * ONE - carried[cell] < NEARLY;
  }

  boolean holds(int place) {
    return in[place];
  }

  /** What everybody in here uses of a cell. */
  int used(int cell) {
    return used[cell];
  }

  /** What the place gets, in whole tenths. */
  int limit(int place) {
    return (int) ((share[place] + HAIR) >> 30);
  }

  /** The full cell that stopped the place, or {@link #AT_MAXIMUM}. */
  int stoppedAt(int place) {
    return stoppedAt[place];
  }

  /** Places that were filled anew. */
  Touched changes() {
    return changing;
  }

  /** Cells whose use may have changed. */
  Touched cellsTouched() {
    return cells;
  }

  /** How much more of a cell is used than before. */
  int moreUsed(int cell) {
    return used[cell] - usedBefore[cell];
  }

  void forgetChanges() {
    for (int i = 0; i < cells.count(); i++) {
      wasFull[cells.get(i)] = false;
    }
    cells.clear();
    changing.clear();
  }
}
