package io.evenkeel.smartcharging.domain.allocation;

/** Cells by the level before which they cannot be full: a heap whose first is only ever put off. */
final class CellQueue {

  private final int[] heap;
  private final double[] level;
  private int size;

  /**
   * @param level per cell; this becomes its owner
   */
  CellQueue(double[] level) {
    this.level = level;
    this.heap = new int[level.length];
    this.size = level.length;
    for (int i = 0; i < size; i++) {
      heap[i] = i;
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sift(i);
    }
  }

  /** The level of the first; infinite when there is none. */
  double firstLevel() {
    return size == 0 ? Double.POSITIVE_INFINITY : level[heap[0]];
  }

  /** There must be one. */
  int first() {
    return heap[0];
  }

  void putOffFirst(double later) {
    level[heap[0]] = later;
    sift(0);
  }

  void removeFirst() {
    heap[0] = heap[--size];
    sift(0);
  }

  private void sift(int start) {
    int at = start;
    int cell = heap[at];
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], cell)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = cell;
  }

  private boolean before(int one, int other) {
    return level[one] < level[other] || (level[one] == level[other] && one < other);
  }
}
