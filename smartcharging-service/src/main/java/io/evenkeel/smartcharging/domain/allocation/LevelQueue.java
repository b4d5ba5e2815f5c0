package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/** Cells by the level at which they are to be looked at; a list per level, in two arrays. */
final class LevelQueue {

  private static final int NONE = -1;

  private final int[] heads;
  private int[] cells = new int[64];
  private int[] next = new int[64];
  private int size;

  /**
   * @param top what is due above this level is never asked for
   */
  LevelQueue(int top) {
    heads = new int[top + 1];
    Arrays.fill(heads, NONE);
  }

  void add(int level, int cell) {
    if (level >= heads.length) {
      return;
    }
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
    }
    cells[size] = cell;
    next[size] = heads[level];
    heads[level] = size++;
  }

  /** A cell that is due at this level, or -1. */
  int poll(int level) {
    int entry = heads[level];
    if (entry == NONE) {
      return -1;
    }
    heads[level] = next[entry];
    return cells[entry];
  }
}
