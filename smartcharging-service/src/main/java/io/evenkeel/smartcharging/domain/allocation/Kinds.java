package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/**
 * The sessions of a packing problem by kind: those of a kind load the same contended cells with the
 * same minimum, so among them the highest priority goes first, then the longest waiting. A choice
 * is a number per kind. Cells and kinds are numbered from 0 within the problem.
 */
final class Kinds {

  final int count;

  /** Per cell, as much of it as its minima can add up to. */
  final int[] capacity;

  /** Per kind, more than 0. */
  final int[] minimum;

  /** Per kind, where its cells begin in {@link #path}; one more at the end. */
  final int[] pathFrom;

  final int[] path;

  /** Every difference between two choices is a multiple of it. */
  final long unit;

  /** Indices of all places, the highest priority first, then the longest waiting. */
  final int[] order;

  /** The kind of each place. */
  final int[] kindOf;

  private final int[] memberFrom;
  private final int[] member;
  private final long[] priority; // of each member
  private final long[] sum; // of the first members of a kind; an entry more than members

  private Kinds(Wants wants, int[] places, int[] capacity, KindTable table) {
    this.capacity = capacity;
    this.count = table.count();
    this.minimum = table.minima();
    this.pathFrom = table.pathsFrom();
    this.path = table.paths();
    this.kindOf = table.kindOf();
    this.order = PriorityOrder.of(wants, places);
    roundDown();
    memberFrom = new int[count + 1];
    for (int kind : kindOf) {
      memberFrom[kind + 1]++;
    }
    for (int kind = 0; kind < count; kind++) {
      memberFrom[kind + 1] += memberFrom[kind];
    }
    int[] next = Arrays.copyOf(memberFrom, count);
    member = new int[places.length];
    priority = new long[places.length];
    long common = 0;
    for (int index : order) {
      int at = next[kindOf[index]]++;
      member[at] = index;
      priority[at] = wants.priority[places[index]];
      common = common(common, priority[at]);
    }
    unit = common;
    sum = new long[places.length + count];
    for (int kind = 0; kind < count; kind++) {
      for (int i = memberFrom[kind]; i < memberFrom[kind + 1]; i++) {
        sum[i + kind + 1] = sum[i + kind] + priority[i];
      }
    }
  }

  static Kinds of(Wants wants, int[] places, int[] cells, int[] capacity, int[] scratch) {
    int[] own = new int[cells.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = Math.max(0, capacity[cells[i]]);
    }
    return new Kinds(wants, places, own, KindTable.of(wants, places, cells, scratch));
  }

  /** A cell of 64 A carries no more minima of 6 A than one of 60 A; bounds are closer so. */
  private void roundDown() {
    int[] divisor = new int[capacity.length];
    for (int kind = 0; kind < count; kind++) {
      for (int at = pathFrom[kind]; at < pathFrom[kind + 1]; at++) {
        divisor[path[at]] = (int) common(minimum[kind], divisor[path[at]]);
      }
    }
    for (int cell = 0; cell < capacity.length; cell++) {
      capacity[cell] -= capacity[cell] % Math.max(1, divisor[cell]);
    }
  }

  private static long common(long one, long other) {
    return other == 0 ? one : common(other, one % other);
  }

  int size(int kind) {
    return memberFrom[kind + 1] - memberFrom[kind];
  }

  /** The index of a place among the problem's. */
  int member(int kind, int number) {
    return member[memberFrom[kind] + number];
  }

  long priority(int kind, int number) {
    return priority[memberFrom[kind] + number];
  }

  /** The priorities of the first so many of a kind. */
  long value(int kind, int number) {
    return sum[memberFrom[kind] + kind + number];
  }

  /** How many of a kind are worth more than a price, each. */
  int worthMoreThan(int kind, double price) {
    int low = 0;
    int high = size(kind);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (priority[memberFrom[kind] + middle] > price) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Per kind, the current that one takes of all its contended cells together. */
  double[] footprints() {
    double[] footprints = new double[count];
    for (int kind = 0; kind < count; kind++) {
      footprints[kind] = minimum[kind] * (double) (pathFrom[kind + 1] - pathFrom[kind]);
    }
    return footprints;
  }
}
