package io.evenkeel.smartcharging.domain.live;

import java.util.ArrayList;
import java.util.List;

/**
 * The courses of some sessions shared anew, in the slots in which together they have enough for all
 * of them: each has the same part of it in all of these, by what it had there.
 *
 * @param levels of each, slot by slot
 * @param unfit whose car, or whose charger's periods, this does not suit
 */
record Shares(List<int[]> levels, List<Draft> unfit) {

  /**
   * @param drafts the last one gets what is left by rounding
   * @param end the slot before which they share
   */
  static Shares of(List<Draft> drafts, int end) {
    int least = drafts.stream().mapToInt(draft -> draft.session.minimum()).sum();
    int[] together = new int[end];
    double all = 0;
    for (int slot = 0; slot < end; slot++) {
      int sum = 0;
      for (Draft draft : drafts) {
        sum += draft.levels[slot];
      }
      together[slot] = sum >= least ? sum : 0;
      all += together[slot];
    }
    int[] left = together.clone();
    List<int[]> levels = new ArrayList<>();
    List<Draft> unfit = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      double part = i + 1 == drafts.size() ? 1 : had(draft, together) / all;
      int[] level = draft.levels.clone();
      for (int slot = 0; slot < end; slot++) {
        if (together[slot] > 0) {
          level[slot] = part == 1 ? left[slot] : (int) (part * together[slot]);
          left[slot] -= level[slot];
        }
      }
      levels.add(level);
      if (!suits(draft, level)) {
        unfit.add(draft);
      }
    }
    return new Shares(levels, unfit);
  }

  private static double had(Draft draft, int[] together) {
    long had = 0;
    for (int slot = 0; slot < together.length; slot++) {
      had += together[slot] > 0 ? draft.levels[slot] : 0;
    }
    return had;
  }

  private static boolean suits(Draft draft, int[] levels) {
    for (int slot = 0; slot < draft.departure; slot++) {
      int level = levels[slot];
      if (level > draft.session.maximum() || (level > 0 && level < draft.session.minimum())) {
        return false;
      }
      if (level == 0 && draft.levels[slot] > 0) {
        return false;
      }
    }
    return Levels.periods(levels, draft.departure).size() <= draft.session.maxPeriods();
  }
}
