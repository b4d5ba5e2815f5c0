package io.evenkeel.smartcharging.domain.allocation;

/**
 * One run of progressive filling: a level rises, every session follows it (times its weight) from
 * its minimum to its maximum, and all that load a cell stop when the cell is full.
 *
 * <p>A cell is looked at when the level reaches the least at which it could be full, as if all that
 * still rest at their minima were rising; it is put off when that was too early. What stops
 * elsewhere only makes it later, so nothing needs to be told.
 */
final class Rise {

  private static final byte RESTING = 0;
  private static final byte RISING = 1;
  private static final byte STOPPED = 2;

  private static final double SCALE = Filling.ONE;

  private final Wants wants;
  private final RiseCells cells;
  private final int[] places;
  private final byte[] state;
  private final long[] share;
  private final int[] stoppedAt;
  private final double[] starts;
  private final double[] ends;
  private int stopped;

  private Rise(Wants wants, RiseCells cells, int[] places, long[] share, int[] stoppedAt) {
    this.wants = wants;
    this.cells = cells;
    this.places = places;
    this.share = share;
    this.stoppedAt = stoppedAt;
    this.state = new byte[places.length];
    this.starts = new double[places.length];
    this.ends = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      starts[i] = wants.minimum[place] / wants.weight[place];
      ends[i] = Math.max(starts[i], wants.maximum[place] / wants.weight[place]);
    }
  }

  /**
   * @param places whose minima fit together
   * @param share takes what each place gets, in the units of {@link Filling#ONE}
   * @param stoppedAt takes the full cell that stopped each place, or {@link Filling#AT_MAXIMUM}
   */
  static void rise(Wants wants, RiseCells cells, int[] places, long[] share, int[] stoppedAt) {
    new Rise(wants, cells, places, share, stoppedAt).rise();
  }

  private void rise() {
    int[] byStart = LevelOrder.of(starts);
    int[] byEnd = LevelOrder.of(ends);
    double level = places.length == 0 ? 0 : starts[byStart[0]];
    CellQueue queue = new CellQueue(earliest(level));
    int start = 0;
    int end = 0;
    while (stopped < places.length) {
      double nextStart = start < places.length ? starts[byStart[start]] : Double.POSITIVE_INFINITY;
      double nextEnd = ends[byEnd[end]];
      double nextCell = queue.firstLevel();
      if (nextStart <= nextEnd && nextStart <= nextCell) {
        start(byStart[start++]);
      } else if (nextEnd <= nextCell) {
        reachesMaximum(byEnd[end++]);
      } else {
        look(queue, nextCell, nextStart);
      }
    }
  }

  private double[] earliest(double level) {
    double[] earliest = new double[cells.count];
    for (int cell = 0; cell < cells.count; cell++) {
      earliest[cell] = coarse(level + cells.room(cell, level) / cells.slopeAtMost(cell));
    }
    return earliest;
  }

  /** Cells that are full at the same level are so in whatever order it was reckoned. */
  private static double coarse(double level) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(level) + 0x8000) & ~0xFFFFL);
  }

  private void look(CellQueue queue, double level, double nextStart) {
    int cell = queue.first();
    if (cells.resting[cell] == 0 && cells.rising[cell] == 0) {
      queue.removeFirst();
      return;
    }
    double full = cells.fullAt(cell);
    double earliest = level + cells.room(cell, level) / cells.slopeAtMost(cell);
    double later = coarse(Math.min(full, Math.max(nextStart, earliest)));
    if (later > level && earliest > level) {
      queue.putOffFirst(later);
      return;
    }
    queue.removeFirst();
    cells.full[cell] = true;
    for (int at = cells.memberFrom[cell]; at < cells.memberFrom[cell + 1]; at++) {
      int index = cells.member[at];
      if (state[index] == RISING) {
        stop(index, Math.min(level, full), cells.names[cell]);
      }
    }
  }

  private void start(int index) {
    if (state[index] != RESTING) {
      return;
    }
    int full = cells.fullOnPath(index);
    state[index] = RISING;
    cells.starts(index, wants.minimum[places[index]], wants.weight[places[index]]);
    if (full >= 0) {
      stop(index, starts[index], cells.names[full]);
    }
  }

  private void reachesMaximum(int index) {
    if (state[index] == RISING) {
      stop(index, ends[index], Filling.AT_MAXIMUM);
    }
  }

  private void stop(int index, double level, int cause) {
    int place = places[index];
    long least = wants.minimum[place] * Filling.ONE;
    long most = Math.max(least, wants.maximum[place] * Filling.ONE);
    long reached =
        cause == Filling.AT_MAXIMUM ? most : (long) (wants.weight[place] * level * SCALE);
    state[index] = STOPPED;
    share[place] = Math.clamp(reached, least, most);
    stoppedAt[place] = cause;
    cells.stops(index, share[place], wants.weight[place]);
    stopped++;
  }
}
