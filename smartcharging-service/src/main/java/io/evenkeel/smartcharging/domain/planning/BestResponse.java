package io.evenkeel.smartcharging.domain.planning;

import java.util.Arrays;

/**
 * What one session does best with what the others leave: as much energy as it needs, in the slots
 * that are worth most, in at most so many periods.
 *
 * <p>Without the limit of periods that is a knapsack: the slots of highest worth until the need is
 * met. Where that takes too many periods, a threshold is taken off each slot's worth and the period
 * programme chooses; the threshold is searched at which the need is just met, and what is too much
 * is trimmed from the periods that are worth least.
 */
final class BestResponse {

  private static final int SEARCHES = 2;

  final int[] ceiling;
  final int[] floor;

  private final int[] tried;
  private final int[] best;
  private final double[] reduced;
  private final PeriodProgramme programme;
  private final Trim trim;
  private int bestEnergy;
  private double bestWorth;

  BestResponse(int longest) {
    ceiling = new int[longest];
    floor = new int[longest];
    tried = new int[longest];
    best = new int[longest];
    reduced = new double[longest];
    programme = new PeriodProgramme(longest);
    trim = new Trim();
  }

  /**
   * The best response to {@link #ceiling} and {@link #floor}.
   *
   * @param need how much energy is enough, in tenths of an ampere times slots
   * @return current per slot of the stay, or null when the floor cannot be kept
   */
  int @org.jspecify.annotations.Nullable [] solve(
      int stay, int min, int step, int periods, int need, Worth.Ranked ranked) {
    for (int i = 0; i < stay; i++) {
      if (floor[i] > ceiling[i]) {
        return null;
      }
    }
    bestEnergy = -1;
    double[] worth = ranked.worth();
    knapsack(stay, min, step, need, ranked);
    if (runs(tried, stay) <= periods) {
      return Arrays.copyOf(tried, stay);
    }
    double low = 0;
    double high = worth[ranked.order()[0]];
    boolean possible = offer(stay, min, step, periods, need, worth, 0);
    for (int i = 0; possible && bestEnergy >= need && i < SEARCHES; i++) {
      double middle = (low + high) / 2;
      offer(stay, min, step, periods, need, worth, middle);
      if (rawEnergy >= need) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return bestEnergy < 0 ? null : Arrays.copyOf(best, stay);
  }

  private long rawEnergy;

  private boolean offer(
      int stay, int min, int step, int periods, int need, double[] worth, double threshold) {
    for (int i = 0; i < stay; i++) {
      reduced[i] = worth[i] - threshold;
    }
    if (!programme.solve(stay, periods, reduced, ceiling, floor, tried)) {
      return false;
    }
    rawEnergy = 0;
    for (int i = 0; i < stay; i++) {
      rawEnergy += tried[i];
    }
    if (rawEnergy > need) {
      trim.trim(tried, floor, worth, stay, min, step, periods, (int) (rawEnergy - need));
    }
    int energy = 0;
    double sum = 0;
    for (int i = 0; i < stay; i++) {
      energy += tried[i];
      sum += tried[i] * worth[i];
    }
    int counted = Math.min(energy, need);
    double mean = sum / Math.max(1, energy);
    if (counted > bestEnergy || (counted == bestEnergy && mean > bestWorth)) {
      bestEnergy = counted;
      bestWorth = mean;
      System.arraycopy(tried, 0, best, 0, stay);
    }
    return true;
  }

  private void knapsack(int stay, int min, int step, int need, Worth.Ranked ranked) {
    double[] worth = ranked.worth();
    int[] order = ranked.order();
    System.arraycopy(floor, 0, tried, 0, stay);
    int rest = need;
    for (int i = 0; i < stay; i++) {
      rest -= tried[i];
    }
    int previous = -1;
    for (int i = 0; i < stay && rest > 0; i++) {
      int slot = order[i];
      if (worth[slot] <= 0) {
        break;
      }
      int more = Math.min(ceiling[slot] - tried[slot], Math.ceilDiv(rest, step) * step);
      if (more <= 0) {
        continue;
      }
      if (tried[slot] + more < min) {
        int lacking = min - tried[slot] - more;
        more += lacking;
        if (previous >= 0) {
          int back = Math.min(lacking, tried[previous] - Math.max(min, floor[previous]));
          tried[previous] -= back;
          rest += back;
        }
      }
      tried[slot] += more;
      rest -= more;
      previous = slot;
    }
  }

  static int runs(int[] current, int stay) {
    int runs = stay == 0 ? 0 : 1;
    for (int i = 1; i < stay; i++) {
      if (current[i] != current[i - 1]) {
        runs++;
      }
    }
    return runs;
  }
}
