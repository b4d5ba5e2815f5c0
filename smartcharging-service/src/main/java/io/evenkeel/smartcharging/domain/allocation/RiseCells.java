package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/**
 * The cells that could be full in a run of progressive filling, numbered anew, and what they carry
 * while it runs. Cells that carry all their members' maxima take no part.
 */
final class RiseCells {

  final int count;

  /** The cells' numbers in the site. */
  final int[] names;

  /** Per cell, where its members begin; one more at the end. */
  final int[] memberFrom;

  /** Indices of the places of the run. */
  final int[] member;

  final int[] rising;
  final int[] resting;
  final boolean[] full;

  private final int[] pathFrom;
  private final int[] path;
  private final long[] left; // capacity without the minima of the resting and what the stopped got
  private final double[] slope;
  private final double[] restingSlope;

  private RiseCells(Wants wants, int[] places, int[] names, int count, int[] numbers) {
    this.count = count;
    this.names = names;
    this.full = new boolean[count];
    this.rising = new int[count];
    this.resting = new int[count];
    this.left = new long[count];
    this.slope = new double[count];
    this.restingSlope = new double[count];
    Layout layout = wants.layout;
    pathFrom = new int[places.length + 1];
    int length = 0;
    for (int place : places) {
      length += wants.to[place] - layout.from[place];
    }
    int[] longest = new int[length];
    memberFrom = new int[count + 1];
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      for (int at = layout.from[place]; at < wants.to[place]; at++) {
        int number = numbers[layout.path[at]];
        if (number > 0) {
          int cell = number - 1;
          longest[next++] = cell;
          memberFrom[cell + 1]++;
          restingSlope[cell] += wants.weight[place];
          left[cell] -= wants.minimum[place] * Filling.ONE;
        }
      }
      pathFrom[i + 1] = next;
    }
    path = Arrays.copyOf(longest, next);
    for (int cell = 0; cell < count; cell++) {
      resting[cell] = memberFrom[cell + 1];
      memberFrom[cell + 1] += memberFrom[cell];
    }
    int[] nextMember = memberFrom.clone();
    member = new int[next];
    for (int i = 0; i < places.length; i++) {
      for (int at = pathFrom[i]; at < pathFrom[i + 1]; at++) {
        member[nextMember[path[at]]++] = i;
      }
    }
  }

  /**
   * @param places of the run
   * @param touched all cells they load
   * @param capacity per cell of the site
   * @param carried per cell of the site, by others than the places
   * @param numbers scratch, one per cell of the site, all 0; so again afterwards
   */
  static RiseCells of(
      Wants wants, int[] places, Touched touched, int[] capacity, long[] carried, int[] numbers) {
    Layout layout = wants.layout;
    for (int place : places) {
      int most = Math.max(wants.minimum[place], wants.maximum[place]);
      for (int at = layout.from[place]; at < wants.to[place]; at++) {
        numbers[layout.path[at]] += most;
      }
    }
    int[] names = new int[touched.count()];
    int count = 0;
    for (int i = 0; i < touched.count(); i++) {
      int cell = touched.get(i);
      boolean canBeFull =
          carried[cell] + numbers[cell] * Filling.ONE > capacity[cell] * Filling.ONE;
      if (canBeFull && numbers[cell] > 0) {
        names[count++] = cell;
      } else {
        numbers[cell] = 0;
      }
    }
    Arrays.sort(names, 0, count);
    for (int i = 0; i < count; i++) {
      numbers[names[i]] = i + 1;
    }
    RiseCells cells = new RiseCells(wants, places, Arrays.copyOf(names, count), count, numbers);
    for (int cell = 0; cell < count; cell++) {
      cells.left[cell] += capacity[names[cell]] * Filling.ONE - carried[names[cell]];
      numbers[names[cell]] = 0;
    }
    return cells;
  }

  void starts(int index, int minimum, double weight) {
    for (int at = pathFrom[index]; at < pathFrom[index + 1]; at++) {
      int cell = path[at];
      left[cell] += minimum * Filling.ONE;
      rising[cell]++;
      slope[cell] += weight;
      restingSlope[cell] = --resting[cell] == 0 ? 0 : restingSlope[cell] - weight;
    }
  }

  void stops(int index, long share, double weight) {
    for (int at = pathFrom[index]; at < pathFrom[index + 1]; at++) {
      int cell = path[at];
      left[cell] -= share;
      slope[cell] = --rising[cell] == 0 ? 0 : slope[cell] - weight;
    }
  }

  /** A full cell that the place loads, or -1. */
  int fullOnPath(int index) {
    for (int at = pathFrom[index]; at < pathFrom[index + 1]; at++) {
      if (full[path[at]]) {
        return path[at];
      }
    }
    return -1;
  }

  /** What is not used at a level. */
  double room(int cell, double level) {
    return left[cell] / (double) Filling.ONE - slope[cell] * level;
  }

  /** How fast it can fill at most from now on. */
  double slopeAtMost(int cell) {
    return slope[cell] + restingSlope[cell];
  }

  /** The level at which those that rise now fill it; infinite when none does. */
  double fullAt(int cell) {
    return rising[cell] == 0
        ? Double.POSITIVE_INFINITY
        : left[cell] / (double) Filling.ONE / slope[cell];
  }
}
