package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/**
 * The best schedule of one session in at most so many periods: cut points by dynamic programming.
 * The current of a period is the least ceiling in it, as all slots of it must stand it, or 0; what
 * it is worth is that current times the worth of its slots. Takes periods x slots² / 2 steps.
 */
final class PeriodProgramme {

  private static final double IMPOSSIBLE = -1e300;
  private static final double NOTHING = 1e-9;

  private final CutPoints cuts;
  private final int longest;
  private final double[] gain; // [end x (longest + 1) + start]
  private final int[] level;
  private double[] best = new double[0]; // [periods x (longest + 1) + end]

  PeriodProgramme(int longest) {
    cuts = new CutPoints(longest);
    this.longest = CutPoints.most(longest);
    gain = new double[(this.longest + 1) * (this.longest + 1)];
    level = new int[gain.length];
  }

  /**
   * Fills in the best current of each slot.
   *
   * @param stay how many slots
   * @param periods how many periods at most
   * @param worth of a slot, per unit of current; may be negative
   * @param ceiling 0 or at least the session's minimum
   * @param floor what must be drawn at least; 0 or at least the session's minimum
   * @return false when the floor cannot be kept with so few periods
   */
  boolean solve(int stay, int periods, double[] worth, int[] ceiling, int[] floor, int[] current) {
    int blocks = cuts.divide(stay, ceiling, floor, worth);
    if (blocks <= periods) {
      return each(blocks, current);
    }
    gains(blocks, cuts.worth, cuts.ceiling, cuts.floor);
    int width = longest + 1;
    if (best.length < (periods + 1) * width) {
      best = new double[(periods + 1) * width];
    }
    Arrays.fill(best, 0, blocks + 1, IMPOSSIBLE);
    best[0] = 0;
    double enough = unlimited(blocks) - NOTHING;
    int used = 0;
    do {
      used++;
      layer(blocks, used);
    } while (used < periods && best[used * width + blocks] < enough);
    if (best[used * width + blocks] <= IMPOSSIBLE / 2) {
      return false;
    }
    trace(blocks, used, current);
    return true;
  }

  /** There are periods enough for every block to have its own. */
  private boolean each(int blocks, int[] current) {
    for (int i = 0; i < blocks; i++) {
      if (cuts.floor[i] > cuts.ceiling[i]) {
        return false;
      }
      int chosen = cuts.worth[i] > 0 ? cuts.ceiling[i] : cuts.floor[i];
      Arrays.fill(current, cuts.start[i], cuts.start[i + 1], chosen);
    }
    return true;
  }

  private void gains(int blocks, double[] worth, int[] ceiling, int[] floor) {
    for (int end = 1; end <= blocks; end++) {
      int row = end * (longest + 1);
      int most = Integer.MAX_VALUE;
      int least = 0;
      double sum = 0;
      for (int start = end - 1; start >= 0; start--) {
        most = Math.min(most, ceiling[start]);
        least = Math.max(least, floor[start]);
        sum += worth[start];
        int chosen = sum > 0 ? most : least;
        if (least > most) {
          gain[row + start] = IMPOSSIBLE;
        } else {
          gain[row + start] = chosen * sum;
        }
        level[row + start] = chosen;
      }
    }
  }

  /** What no schedule is worth more than, as if every block had its own period. */
  private double unlimited(int blocks) {
    double sum = 0;
    for (int end = 1; end <= blocks; end++) {
      sum += gain[end * (longest + 1) + end - 1];
    }
    return sum;
  }

  private void layer(int blocks, int used) {
    int width = longest + 1;
    int before = (used - 1) * width;
    int now = used * width;
    best[now] = IMPOSSIBLE;
    for (int end = 1; end <= blocks; end++) {
      int row = end * width;
      double most = best[before + end];
      for (int start = 0; start < end; start++) {
        most = Math.max(most, best[before + start] + gain[row + start]);
      }
      best[now + end] = most;
    }
  }

  private void trace(int blocks, int used, int[] current) {
    int width = longest + 1;
    int end = blocks;
    for (int left = used; end > 0; left--) {
      int before = (left - 1) * width;
      double wanted = best[left * width + end];
      if (best[before + end] >= wanted) {
        continue;
      }
      int start = end - 1;
      while (best[before + start] + gain[end * width + start] < wanted) {
        start--;
      }
      Arrays.fill(current, cuts.start[start], cuts.start[end], level[end * width + start]);
      end = start;
    }
  }
}
