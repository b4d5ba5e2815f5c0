package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/** Sorting by a number that is not negative, without objects. */
final class LevelOrder {

  private static final int INDEX_BITS = 20;
  private static final long INDEX = (1L << INDEX_BITS) - 1;

  /** Whole levels up to here are counted instead of compared. */
  private static final int COUNTED = 4096;

  private LevelOrder() {}

  /** The indices of the levels, lowest first; of equals the lower index first. */
  static int[] of(double[] levels) {
    for (double level : levels) {
      if (!(level < COUNTED) || level != (int) level) {
        return compared(levels);
      }
    }
    int[] starts = new int[COUNTED + 1];
    for (double level : levels) {
      starts[(int) level + 1]++;
    }
    for (int i = 0; i < COUNTED; i++) {
      starts[i + 1] += starts[i];
    }
    int[] order = new int[levels.length];
    for (int i = 0; i < levels.length; i++) {
      order[starts[(int) levels[i]]++] = i;
    }
    return order;
  }

  /**
   * By the leading bits first, with the index in place of the others; then what is out of order.
   */
  private static int[] compared(double[] levels) {
    if (levels.length > INDEX) {
      throw new IllegalArgumentException(levels.length + " levels");
    }
    long[] keys = new long[levels.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (Double.doubleToRawLongBits(levels[i]) & ~INDEX) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int index = (int) (keys[i] & INDEX);
      int at = i;
      while (at > 0 && levels[order[at - 1]] > levels[index]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = index;
    }
    return order;
  }
}
