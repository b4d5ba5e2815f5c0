package io.evenkeel.smartcharging.domain.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodProgrammeTest {

  private static final int STAY = 24;
  private static final int[] LEVELS = {0, 60, 100, 160};

  private final int[] ceiling = new int[STAY];
  private final int[] floor = new int[STAY];
  private final double[] worth = new double[STAY];
  private final int[] current = new int[STAY];

  @Test
  void noScheduleOfSoManyPeriodsIsWorthMore() {
    PeriodProgramme programme = new PeriodProgramme(STAY);
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      int periods = 1 + random.nextInt(8);
      draw(random);

      boolean possible = programme.solve(STAY, periods, worth, ceiling, floor, current);

      double best = best(periods);
      assertEquals(best > Double.NEGATIVE_INFINITY, possible, "possible, seed " + seed);
      if (possible) {
        assertEquals(best, worthOf(current), 1e-6, "seed " + seed);
        assertTrue(BestResponse.runs(current, STAY) <= periods, "periods, seed " + seed);
      }
    }
  }

  /** Ceilings that stay for a while, as others' schedules leave them. */
  private void draw(Random random) {
    boolean floors = random.nextInt(4) == 0;
    for (int i = 0; i < STAY; i++) {
      boolean same = i > 0 && random.nextInt(3) > 0;
      ceiling[i] = same ? ceiling[i - 1] : LEVELS[random.nextInt(LEVELS.length)];
      floor[i] = floors && random.nextInt(8) == 0 ? Math.min(60, ceiling[i]) : 0;
      worth[i] = random.nextInt(5) == 0 ? -random.nextDouble() : random.nextDouble();
    }
  }

  private double worthOf(int[] schedule) {
    double sum = 0;
    for (int i = 0; i < STAY; i++) {
      assertTrue(floor[i] <= schedule[i] && schedule[i] <= ceiling[i], "slot " + i);
      sum += schedule[i] * worth[i];
    }
    return sum;
  }

  /** Slot by slot, every level and every number of periods. */
  private double best(int periods) {
    double[][] best = new double[LEVELS.length][periods + 1];
    for (double[] row : best) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int i = 0; i < STAY; i++) {
      double[][] next = new double[LEVELS.length][periods + 1];
      for (int level = 0; level < LEVELS.length; level++) {
        boolean allowed = floor[i] <= LEVELS[level] && LEVELS[level] <= ceiling[i];
        for (int used = 0; used <= periods; used++) {
          double before = best[level][used];
          for (double[] other : best) {
            before = used == 0 ? before : Math.max(before, other[used - 1]);
          }
          double begun = i == 0 ? (used == 1 ? 0 : Double.NEGATIVE_INFINITY) : before;
          next[level][used] = allowed ? begun + LEVELS[level] * worth[i] : Double.NEGATIVE_INFINITY;
        }
      }
      best = next;
    }
    return Arrays.stream(best).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }
}
