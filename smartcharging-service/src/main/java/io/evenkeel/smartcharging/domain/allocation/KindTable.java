package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/** Finds the sessions that load the same contended cells with the same minimum. */
final class KindTable {

  private final int[] kindOf;
  private int[] minimum = new int[16];
  private int[] pathFrom = new int[17];
  private int[] path = new int[64];
  private int[] slots = new int[64]; // kind + 1, 0 is free
  private int count;

  private KindTable(int places) {
    kindOf = new int[places];
  }

  /**
   * @param cells the contended, ascending
   * @param number scratch, one per cell of the site, all 0; so again afterwards
   */
  static KindTable of(Wants wants, int[] places, int[] cells, int[] number) {
    KindTable table = new KindTable(places.length);
    Layout layout = wants.layout;
    for (int i = 0; i < cells.length; i++) {
      number[cells[i]] = i + 1;
    }
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      int end = table.pathFrom[table.count];
      table.ensurePath(end + wants.to[place] - layout.from[place]);
      for (int at = layout.from[place]; at < wants.to[place]; at++) {
        if (number[layout.path[at]] > 0) {
          table.path[end++] = number[layout.path[at]] - 1;
        }
      }
      table.kindOf[i] = table.find(wants.minimum[place], end);
    }
    for (int cell : cells) {
      number[cell] = 0;
    }
    return table;
  }

  /** The kind whose path is the one written after the last kind's; a new one if there is none. */
  private int find(int least, int end) {
    int from = pathFrom[count];
    int hash = least;
    for (int at = from; at < end; at++) {
      hash = hash * 31 + path[at];
    }
    hash *= 0x9E3779B9;
    int slot = (hash ^ hash >>> 15) & (slots.length - 1);
    while (slots[slot] != 0) {
      int kind = slots[slot] - 1;
      if (minimum[kind] == least
          && Arrays.equals(path, pathFrom[kind], pathFrom[kind + 1], path, from, end)) {
        return kind;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (count + 1 >= minimum.length) {
      minimum = Arrays.copyOf(minimum, 2 * minimum.length);
      pathFrom = Arrays.copyOf(pathFrom, 2 * pathFrom.length);
    }
    minimum[count] = least;
    pathFrom[count + 1] = end;
    slots[slot] = ++count;
    if (2 * count > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int kind = 0; kind < count; kind++) {
      int hash = minimum[kind];
      for (int at = pathFrom[kind]; at < pathFrom[kind + 1]; at++) {
        hash = hash * 31 + path[at];
      }
      hash *= 0x9E3779B9;
      int slot = (hash ^ hash >>> 15) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = kind + 1;
    }
  }

  private void ensurePath(int length) {
    if (length > path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
  }

  int count() {
    return count;
  }

  int[] kindOf() {
    return kindOf;
  }

  int[] minima() {
    return Arrays.copyOf(minimum, count);
  }

  int[] pathsFrom() {
    return Arrays.copyOf(pathFrom, count + 1);
  }

  int[] paths() {
    return Arrays.copyOf(path, pathFrom[count]);
  }
}
