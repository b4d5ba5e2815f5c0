package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/** Numbers that were met since it was last cleared, in the order in which they were met. */
final class Touched {

  private final boolean[] met;
  private int[] list = new int[16];
  private int count;

  Touched(int numbers) {
    met = new boolean[numbers];
  }

  /** Whether it is new. */
  boolean add(int number) {
    if (met[number]) {
      return false;
    }
    met[number] = true;
    if (count == list.length) {
      list = Arrays.copyOf(list, 2 * count);
    }
    list[count++] = number;
    return true;
  }

  boolean contains(int number) {
    return met[number];
  }

  int count() {
    return count;
  }

  int get(int index) {
    return list[index];
  }

  /** Those from an index on, ascending. */
  int[] sortedFrom(int index) {
    int[] sorted = Arrays.copyOfRange(list, index, count);
    Arrays.sort(sorted);
    return sorted;
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      met[list[i]] = false;
    }
    count = 0;
  }
}
