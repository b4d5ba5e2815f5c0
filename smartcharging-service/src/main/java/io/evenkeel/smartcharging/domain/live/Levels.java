package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Schedules slot by slot, in tenths of an ampere. */
final class Levels {
  private Levels() {}

  /** 0 before the first period and from the departure on. */
  static int[] of(List<Period> periods, int departure, int slots) {
    int[] levels = new int[slots];
    for (int i = 0; i < periods.size(); i++) {
      int from = periods.get(i).start();
      int to = i + 1 < periods.size() ? periods.get(i + 1).start() : departure;
      if (from < to) {
        Arrays.fill(levels, from, Math.min(to, slots), periods.get(i).limit());
      }
    }
    return levels;
  }

  /** As few periods as there can be, up to the departure. */
  static List<Period> periods(int[] levels, int departure) {
    List<Period> periods = new ArrayList<>();
    for (int slot = 0; slot < departure; slot++) {
      if (periods.isEmpty() || periods.getLast().limit() != levels[slot]) {
        periods.add(new Period(slot, levels[slot]));
      }
    }
    return periods;
  }

  /** The slot after the run of equal levels that begins at or before this one. */
  static int endOfRun(int[] levels, int slot) {
    int end = slot + 1;
    while (end < levels.length && levels[end] == levels[slot]) {
      end++;
    }
    return end;
  }
}
