package io.evenkeel.smartcharging.domain.allocation;

/** How many of each kind are served, those of the highest priority, and what that leaves. */
final class Packed {

  private final Kinds kinds;
  private final int[] served;
  private final int[] left;
  private long value;

  Packed(Kinds kinds) {
    this(kinds, new int[kinds.count], kinds.capacity.clone(), 0);
  }

  private Packed(Kinds kinds, int[] served, int[] left, long value) {
    this.kinds = kinds;
    this.served = served;
    this.left = left;
    this.value = value;
  }

  Packed copy() {
    return new Packed(kinds, served.clone(), left.clone(), value);
  }

  /** The priorities of all that are served. */
  long value() {
    return value;
  }

  int served(int kind) {
    return served[kind];
  }

  /** Whether there is another of this kind, and room for it. */
  boolean takesOneMore(int kind) {
    return served[kind] < kinds.size(kind) && lacking(kind) < 0;
  }

  /** A cell without room for one more of this kind, or -1. */
  int lacking(int kind) {
    for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1]; at++) {
      if (left[kinds.path[at]] < kinds.minimum[kind]) {
        return kinds.path[at];
      }
    }
    return -1;
  }

  /**
   * Of the cells without room for one more of this kind, the one that carries most; there is one.
   */
  int widestLacking(int kind) {
    int widest = -1;
    for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1]; at++) {
      int cell = kinds.path[at];
      if (left[cell] < kinds.minimum[kind]
          && (widest < 0 || kinds.capacity[cell] > kinds.capacity[widest])) {
        widest = cell;
      }
    }
    return widest;
  }

  /** How many more of this kind fit. */
  int room(int kind) {
    int room = kinds.size(kind) - served[kind];
    for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1] && room > 0; at++) {
      room = Math.min(room, left[kinds.path[at]] / kinds.minimum[kind]);
    }
    return room;
  }

  /** So many more of a kind, or fewer. */
  void add(int kind, int more) {
    value += kinds.value(kind, served[kind] + more) - kinds.value(kind, served[kind]);
    served[kind] += more;
    int minima = more * kinds.minimum[kind];
    for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1]; at++) {
      left[kinds.path[at]] -= minima;
    }
  }

  /** What the next of this kind would add; there must be one. */
  long gain(int kind) {
    return kinds.priority(kind, served[kind]);
  }

  /** What one fewer of this kind costs; there must be one. */
  long loss(int kind) {
    return kinds.priority(kind, served[kind] - 1);
  }
}
