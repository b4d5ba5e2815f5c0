package io.evenkeel.smartcharging.domain.allocation;

import java.util.Arrays;

/**
 * Improves a choice by exchange: one more of a kind for one or two others of less priority, or one
 * fewer for several others of more. Ends when nothing of the sort helps or the effort is spent.
 */
final class Exchange {

  private static final int LEAST_EFFORT = 4_000;
  private static final int EFFORT_PER_SESSION = 8;

  private final Kinds kinds;
  private final Packed packed;
  private final int[] byDensity;
  private final int[] kindsFrom; // per cell, where its kinds begin
  private final int[] kindsOn;
  private int effort;

  private Exchange(Kinds kinds, Packed packed) {
    this.kinds = kinds;
    this.packed = packed;
    this.effort = LEAST_EFFORT + EFFORT_PER_SESSION * kinds.order.length;
    this.byDensity = LevelOrder.of(kinds.footprints());
    kindsFrom = new int[kinds.capacity.length + 1];
    for (int cell : kinds.path) {
      kindsFrom[cell + 1]++;
    }
    for (int cell = 0; cell < kinds.capacity.length; cell++) {
      kindsFrom[cell + 1] += kindsFrom[cell];
    }
    int[] next = Arrays.copyOf(kindsFrom, kinds.capacity.length);
    kindsOn = new int[kinds.path.length];
    for (int kind = 0; kind < kinds.count; kind++) {
      for (int at = kinds.pathFrom[kind]; at < kinds.pathFrom[kind + 1]; at++) {
        kindsOn[next[kinds.path[at]]++] = kind;
      }
    }
  }

  static Packed improve(Kinds kinds, Packed known) {
    Exchange exchange = new Exchange(kinds, known.copy());
    boolean better = true;
    while (better && exchange.effort > 0) {
      better = false;
      for (int kind = 0; kind < kinds.count && exchange.effort > 0; kind++) {
        better |= exchange.oneMore(kind);
      }
      for (int kind = 0; kind < kinds.count && exchange.effort > 0; kind++) {
        better |= exchange.oneFewer(kind);
      }
    }
    return exchange.packed;
  }

  private boolean oneMore(int kind) {
    if (packed.served(kind) == kinds.size(kind)) {
      return false;
    }
    int lacking = packed.lacking(kind);
    if (lacking < 0) {
      packed.add(kind, 1);
      return true;
    }
    long gain = packed.gain(kind);
    for (int i = kindsFrom[lacking]; i < kindsFrom[lacking + 1] && effort > 0; i++) {
      int leaving = kindsOn[i];
      effort--;
      if (leaving != kind && packed.served(leaving) > 0 && packed.loss(leaving) < gain) {
        long loss = packed.loss(leaving);
        packed.add(leaving, -1);
        int stillLacking = packed.lacking(kind);
        if (stillLacking < 0 || another(kind, stillLacking, gain - loss)) {
          packed.add(kind, 1);
          fill();
          return true;
        }
        packed.add(leaving, 1);
      }
    }
    return false;
  }

  /** Takes one away that makes room, if it is worth less. */
  private boolean another(int kind, int lacking, long most) {
    for (int i = kindsFrom[lacking]; i < kindsFrom[lacking + 1] && effort > 0; i++) {
      int leaving = kindsOn[i];
      effort--;
      if (leaving != kind && packed.served(leaving) > 0 && packed.loss(leaving) < most) {
        packed.add(leaving, -1);
        if (packed.lacking(kind) < 0) {
          return true;
        }
        packed.add(leaving, 1);
      }
    }
    return false;
  }

  private boolean oneFewer(int kind) {
    if (packed.served(kind) == 0) {
      return false;
    }
    long before = packed.value();
    packed.add(kind, -1);
    int[] added = new int[4];
    int count = 0;
    for (int i = 0; i < byDensity.length && count < added.length; i++) {
      int coming = byDensity[i];
      effort--;
      while (coming != kind && count < added.length && packed.takesOneMore(coming)) {
        packed.add(coming, 1);
        added[count++] = coming;
      }
    }
    if (packed.value() > before) {
      fill();
      return true;
    }
    for (int i = 0; i < count; i++) {
      packed.add(added[i], -1);
    }
    packed.add(kind, 1);
    return false;
  }

  private void fill() {
    for (int kind : byDensity) {
      effort--;
      packed.add(kind, packed.room(kind));
    }
  }
}
