package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Progressive filling: one level rises, every session follows it from its minimum to its maximum,
 * and all that load a cell stop when the cell is full. Results are rounded down to tenths.
 *
 * <p>For each cell the level at which it will be full is known from what it carries and from how
 * many sessions rise on it; stops elsewhere only raise that level, so each cell is looked at when
 * the level gets there, and put off when it turned out to be later.
 *
 * <p>Levels are binary fractions. Their error cannot make a cell carry too much: capacities are
 * whole, and a sum of whole results that is less than one above a whole capacity is not above it.
 */
final class Filling {

  /** Far above what rounding errors add up to, and far below a tenth shared by all of a site. */
  private static final double HAIR = 1e-6;

  private static final byte RISING = 1; // 0: rests at its minimum
  private static final byte STOPPED = 2;

  private final SiteTree tree;
  private final int[] capacity;
  private final List<Demand> demands;
  private final @Nullable Reason[] reasons;

  private final byte[] state;
  private final int[] result;
  private final double[] carried; // per cell: minima of the resting and levels of the stopped
  private final int[] rising; // per cell: how many rise
  private final CellMembers members;
  private final FullCells fullCells = new FullCells();

  private Filling(SiteTree tree, int[] capacity, List<Demand> demands, @Nullable Reason[] reasons) {
    this.tree = tree;
    this.capacity = capacity;
    this.demands = demands;
    this.reasons = reasons;
    this.state = new byte[demands.size()];
    this.result = new int[tree.connectors()];
    this.carried = new double[tree.cells()];
    this.rising = new int[tree.cells()];
    this.members = CellMembers.of(tree, demands);
  }

  /**
   * What each connector gets.
   *
   * @param demands whose minima fit the capacity together
   * @param reasons takes what stopped each of them
   */
  static int[] fill(
      SiteTree tree, int[] capacity, List<Demand> demands, @Nullable Reason[] reasons) {
    Filling filling = new Filling(tree, capacity, demands, reasons);
    filling.rise();
    return filling.result;
  }

  private void rise() {
    for (Demand demand : demands) {
      for (int cell : tree.cellsOf(demand.connector())) {
        carried[cell] += demand.minimum();
      }
    }
    int[] starts = inOrderOf(Demand::minimum);
    int[] ends = inOrderOf(Demand::maximum);
    int start = 0;
    int end = 0;
    while (end < ends.length) {
      double full = fullCells.nextLevel();
      int nextStart = start < starts.length ? demands.get(starts[start]).minimum() : -1;
      int nextEnd = demands.get(ends[end]).maximum();
      if (nextStart >= 0 && nextStart <= nextEnd && nextStart <= full) {
        start(starts[start++]);
      } else if (nextEnd <= full) {
        reachesMaximum(ends[end++]);
      } else {
        stopAll(fullCells.take(), full);
      }
    }
  }

  private int[] inOrderOf(ToIntFunction<Demand> level) {
    long[] keys = new long[demands.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) level.applyAsInt(demands.get(i)) << 32) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private void start(int demand) {
    state[demand] = RISING;
    for (int cell : tree.cellsOf(demands.get(demand).connector())) {
      carried[cell] -= demands.get(demand).minimum();
      rising[cell]++;
      fullCells.add(fullAt(cell), cell);
    }
  }

  private void reachesMaximum(int demand) {
    if (state[demand] == RISING) {
      stop(demand, demands.get(demand).maximum(), new Reason.ConnectorMaximum());
    }
  }

  private void stopAll(int cell, double level) {
    if (rising[cell] == 0) {
      return;
    }
    double full = fullAt(cell);
    if (full > level) {
      fullCells.add(full, cell);
      return;
    }
    Reason reason = new Reason.NodeFull(tree.node(cell).id(), tree.phase(cell));
    for (int i = members.from(cell); i < members.to(cell); i++) {
      if (state[members.at(i)] == RISING) {
        stop(members.at(i), level, reason);
      }
    }
  }

  private void stop(int demand, double level, Reason reason) {
    int connector = demands.get(demand).connector();
    state[demand] = STOPPED;
    result[connector] = (int) (level + HAIR);
    reasons[connector] = reason;
    for (int cell : tree.cellsOf(connector)) {
      carried[cell] += level;
      rising[cell]--;
    }
  }

  /** The highest level that the cell's rising sessions can reach together. */
  private double fullAt(int cell) {
    return (capacity[cell] - carried[cell]) / rising[cell];
  }
}
