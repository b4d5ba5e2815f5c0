package io.evenkeel.smartcharging.domain.allocation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Cells in the order of the level at which they are full; the same level in the order of cells. */
final class FullCells {

  private record Due(double level, int cell) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Due::level).thenComparingInt(Due::cell));

  void add(double level, int cell) {
    queue.add(new Due(level, cell));
  }

  /** The level of the first; infinite when there is none. */
  double nextLevel() {
    Due due = queue.peek();
    return due == null ? Double.POSITIVE_INFINITY : due.level();
  }

  /** Takes the first, which must be there. */
  int take() {
    return queue.remove().cell();
  }
}
