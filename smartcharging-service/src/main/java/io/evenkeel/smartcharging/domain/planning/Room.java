package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/** What each cell has left in each slot, in tenths of an ampere. Never below zero. */
final class Room {

  private final LoadTree tree;
  private final int[] left;
  private final Imbalance imbalance;

  Room(LoadTree tree) {
    this.tree = tree;
    left = tree.site.capacity.clone();
    imbalance = new Imbalance(tree);
  }

  /** Takes a session's plan out of the room; with sign -1 gives it back. */
  void take(int session, int[] current, int sign) {
    int from = tree.arrival[session];
    for (int cell : tree.cells[session]) {
      int at = cell * tree.slots + from;
      for (int i = 0; i < current.length; i++) {
        left[at + i] -= sign * current[i];
      }
    }
    imbalance.add(session, current, sign);
  }

  /**
   * How much a session could draw in each slot of its stay, between its minimum and its maximum in
   * whole steps or 0, and how much it must, so that no phase falls behind the others.
   */
  void bounds(int session, int[] ceiling, int[] floor) {
    int stay = tree.stay(session);
    Arrays.fill(ceiling, 0, stay, tree.max[session]);
    Arrays.fill(floor, 0, stay, 0);
    int from = tree.arrival[session];
    for (int cell : tree.cells[session]) {
      int at = cell * tree.slots + from;
      for (int i = 0; i < stay; i++) {
        ceiling[i] = Math.min(ceiling[i], left[at + i]);
      }
    }
    imbalance.bounds(session, ceiling, floor);
    int min = tree.min[session];
    int step = Math.max(1, tree.instance.step());
    for (int i = 0; i < stay; i++) {
      int most = step <= 1 ? ceiling[i] : ceiling[i] / step * step;
      ceiling[i] = most < min ? 0 : most;
      if (floor[i] > 0) {
        floor[i] = Math.max(min, Math.ceilDiv(floor[i], step) * step);
      }
    }
  }

  int left(int cell, int slot) {
    return left[cell * tree.slots + slot];
  }
}
