package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/**
 * Where a period of a schedule may begin: where ceiling or floor change, or slots begin or cease to
 * be worth anything. Elsewhere is no better: a cut between two slots that may draw the same could
 * be moved to one end of such slots without loss, to the side of the higher current where they are
 * worth something. If those are too many for a period programme, it is half of the number where
 * ceiling and floor change most, and others evenly spread. That can only make a schedule less good,
 * never wrong: a block's ceiling is its least.
 */
final class CutPoints {

  /** Two days in quarters of an hour. */
  static final int MOST = 192;

  /** A block whose floor is above its ceiling is of no use to anybody. */
  private static final long FLOOR_FIRST = 1_000;

  private final boolean[] cut;
  private final long[] steepest;

  /** Of block b: its first slot; after the last block, the length of the stay. */
  final int[] start;

  final int[] ceiling;
  final int[] floor;
  final double[] worth;

  CutPoints(int longest) {
    int blocks = most(longest);
    cut = new boolean[longest];
    steepest = new long[longest];
    start = new int[blocks + 1];
    ceiling = new int[blocks];
    floor = new int[blocks];
    worth = new double[blocks];
  }

  /** How many blocks a stay is divided into at most. */
  static int most(int stay) {
    return Math.min(stay, MOST);
  }

  /**
   * Divides a stay, and fills in the fields: least ceiling, greatest floor and sum of worth.
   *
   * @return how many blocks
   */
  int divide(int stay, int[] ceilings, int[] floors, double[] worths) {
    choose(stay, ceilings, floors, worths);
    int blocks = 0;
    for (int i = 0; i < stay; i++) {
      if (cut[i]) {
        start[blocks] = i;
        ceiling[blocks] = ceilings[i];
        floor[blocks] = floors[i];
        worth[blocks] = worths[i];
        blocks++;
      } else {
        ceiling[blocks - 1] = Math.min(ceiling[blocks - 1], ceilings[i]);
        floor[blocks - 1] = Math.max(floor[blocks - 1], floors[i]);
        worth[blocks - 1] += worths[i];
      }
    }
    start[blocks] = stay;
    return blocks;
  }

  private void choose(int stay, int[] ceilings, int[] floors, double[] worths) {
    int cuts = 0;
    for (int i = 0; i < stay; i++) {
      cut[i] =
          i == 0
              || ceilings[i] != ceilings[i - 1]
              || floors[i] != floors[i - 1]
              || worths[i] > 0 != worths[i - 1] > 0;
      cuts += cut[i] ? 1 : 0;
    }
    if (cuts > MOST) {
      thin(stay, ceilings, floors);
    }
  }

  private void thin(int stay, int[] ceilings, int[] floors) {
    Arrays.fill(cut, 0, stay, false);
    int even = MOST / 2;
    for (int i = 0; i < even; i++) {
      cut[(int) ((long) i * stay / even)] = true;
    }
    steepest[0] = 0;
    for (int i = 1; i < stay; i++) {
      long change = Math.abs(ceilings[i] - ceilings[i - 1]);
      long must = Math.abs(floors[i] - floors[i - 1]);
      steepest[i] = -(change + FLOOR_FIRST * must) << 16 | i;
    }
    Arrays.sort(steepest, 0, stay);
    for (int i = 0; i < MOST - even && steepest[i] < 0; i++) {
      cut[(int) (steepest[i] & 0xffff)] = true;
    }
  }
}
