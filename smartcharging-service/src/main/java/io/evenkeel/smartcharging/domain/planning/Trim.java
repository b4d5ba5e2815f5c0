package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/**
 * Takes what is too much out of a schedule, from the periods that are worth least, without more
 * periods than are allowed. May leave a little too much, never too little.
 */
final class Trim {

  void trim(
      int[] current,
      int[] floor,
      double[] worth,
      int stay,
      int min,
      int step,
      int periods,
      int excess) {
    int left = excess / step * step;
    boolean changed = true;
    while (left > 0 && changed) {
      int taken = takeOnce(current, floor, worth, stay, min, step, periods, left);
      changed = taken > 0;
      left -= taken;
    }
  }

  /** From the period of least worth that can give something. */
  private int takeOnce(
      int[] current,
      int[] floor,
      double[] worth,
      int stay,
      int min,
      int step,
      int periods,
      int excess) {
    int runs = BestResponse.runs(current, stay);
    int bestStart = -1;
    int bestEnd = -1;
    int bestLevel = 0;
    double least = Double.MAX_VALUE;
    for (int start = 0; start < stay; ) {
      int end = start;
      double sum = 0;
      int lowest = 0;
      while (end < stay && current[end] == current[start]) {
        sum += worth[end];
        lowest = Math.max(lowest, floor[end]);
        end++;
      }
      double mean = sum / (end - start);
      if (current[start] > 0 && mean < least) {
        int level = lower(current[start], lowest, end - start, min, step, excess);
        if (level < current[start]) {
          least = mean;
          bestStart = start;
          bestEnd = end;
          bestLevel = level;
        }
      }
      start = end;
    }
    if (bestStart < 0) {
      return shorten(current, floor, worth, stay, periods, runs, excess);
    }
    int taken = (current[bestStart] - bestLevel) * (bestEnd - bestStart);
    Arrays.fill(current, bestStart, bestEnd, bestLevel);
    return taken;
  }

  private static int lower(int level, int lowest, int length, int min, int step, int excess) {
    if (lowest == 0 && level * length <= excess) {
      return 0;
    }
    int by = excess / length / step * step;
    return Math.max(Math.max(min, lowest), level - by);
  }

  /** All are at their minimum: take slots off an end, where that needs no period too many. */
  private int shorten(
      int[] current, int[] floor, double[] worth, int stay, int periods, int runs, int excess) {
    int chosen = -1;
    for (int i = 0; i < stay; i++) {
      if (current[i] == 0 || current[i] > excess || floor[i] > 0) {
        continue;
      }
      boolean offBefore = i > 0 && current[i - 1] == 0;
      boolean offAfter = i + 1 < stay && current[i + 1] == 0;
      boolean atEnd = i == 0 || i == stay - 1 || current[i - 1] != current[i + 1];
      boolean fits = offBefore || offAfter || (atEnd && runs < periods);
      if (fits && (chosen < 0 || worth[i] < worth[chosen])) {
        chosen = i;
      }
    }
    if (chosen < 0) {
      return 0;
    }
    int taken = current[chosen];
    current[chosen] = 0;
    return taken;
  }
}
