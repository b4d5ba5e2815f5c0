package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Progressive filling: one level rises by tenths of an ampere, every session follows it from its
 * minimum to its maximum, and all that load a cell stop when the cell cannot carry one more step.
 *
 * <p>For each cell the level at which it will be full is known from what it carries and from how many
 * sessions rise on it; stops elsewhere only raise that level, so each cell is looked at when the level
 * gets there, and put off when it turned out to be later.
 */
final class Filling {

  private static final byte RESTING = 0;
  private static final byte RISING = 1;
  private static final byte STOPPED = 2;

  private final SiteTree tree;
  private final int[] capacity;
  private final List<Demand> demands;
  private final @Nullable Reason[] reasons;

  private final byte[] state;
  private final int[] result;
  private final int[] carried; // per cell: minima of the resting and results of the stopped
  private final int[] rising; // per cell: how many rise
  private final CellMembers members;
  private final LevelQueue queue;

  private Filling(
      SiteTree tree, int[] capacity, List<Demand> demands, @Nullable Reason[] reasons, int top) {
    this.tree = tree;
    this.capacity = capacity;
    this.demands = demands;
    this.reasons = reasons;
    this.state = new byte[demands.size()];
    this.result = new int[tree.connectors()];
    this.carried = new int[tree.cells()];
    this.rising = new int[tree.cells()];
    this.members = CellMembers.of(tree, demands);
    this.queue = new LevelQueue(top);
  }

  /**
   * What each connector gets.
   *
   * @param demands whose minima fit the capacity together
   * @param reasons takes what stopped each of them
   */
  static int[] fill(
      SiteTree tree, int[] capacity, List<Demand> demands, @Nullable Reason[] reasons) {
    int top = demands.stream().mapToInt(Demand::maximum).max().orElse(0);
    Filling filling = new Filling(tree, capacity, demands, reasons, top);
    filling.rise(top);
    return filling.result;
  }

  private void rise(int top) {
    for (Demand demand : demands) {
      for (int cell : tree.cellsOf(demand.connector())) {
        carried[cell] += demand.minimum();
      }
    }
    int[] byMinimum = ordered(true);
    int[] byMaximum = ordered(false);
    int nextStart = 0;
    int nextEnd = 0;
    for (int level = 0; level <= top; level++) {
      while (nextStart < byMinimum.length
          && demands.get(byMinimum[nextStart]).minimum() == level) {
        start(byMinimum[nextStart++], level);
      }
      while (nextEnd < byMaximum.length && demands.get(byMaximum[nextEnd]).maximum() == level) {
        int demand = byMaximum[nextEnd++];
        if (state[demand] == RISING) {
          stop(demand, level, new Reason.ConnectorMaximum());
        }
      }
      stopWhereFull(level);
    }
  }

  private int[] ordered(boolean byMinimum) {
    long[] keys = new long[demands.size()];
    for (int i = 0; i < keys.length; i++) {
      Demand demand = demands.get(i);
      keys[i] = ((long) (byMinimum ? demand.minimum() : demand.maximum()) << 32) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private void start(int demand, int level) {
    state[demand] = RISING;
    for (int cell : tree.cellsOf(demands.get(demand).connector())) {
      carried[cell] -= level;
      rising[cell]++;
      queue.add(fullAt(cell), cell);
    }
  }

  private void stopWhereFull(int level) {
    for (int cell = queue.poll(level); cell >= 0; cell = queue.poll(level)) {
      if (rising[cell] == 0) {
        continue;
      }
      int full = fullAt(cell);
      if (full > level) {
        queue.add(full, cell);
      } else {
        Reason reason = new Reason.NodeFull(tree.node(cell).id(), tree.phase(cell));
        for (int i = members.from(cell); i < members.to(cell); i++) {
          if (state[members.at(i)] == RISING) {
            stop(members.at(i), level, reason);
          }
        }
      }
    }
  }

  private void stop(int demand, int level, Reason reason) {
    int connector = demands.get(demand).connector();
    state[demand] = STOPPED;
    result[connector] = level;
    reasons[connector] = reason;
    for (int cell : tree.cellsOf(connector)) {
      carried[cell] += level;
      rising[cell]--;
    }
  }

  /** The highest level that the cell's rising sessions can reach together. */
  private int fullAt(int cell) {
    return (capacity[cell] - carried[cell]) / rising[cell];
  }
}
