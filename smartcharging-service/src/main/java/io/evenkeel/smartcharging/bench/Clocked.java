package io.evenkeel.smartcharging.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** Processor time of one warm thread. */
final class Clocked {

  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 4_000;

  private Clocked() {}

  /**
   * The median in ms, after warming up for as long as is measured.
   *
   * @param millis how long to measure for, about
   */
  static double millis(Supplier<?> work, long millis) {
    repeat(work, millis);
    double[] taken = repeat(work, millis);
    Arrays.sort(taken);
    return taken[taken.length / 2];
  }

  private static double[] repeat(Supplier<?> work, long millis) {
    double[] taken = new double[MOST_ROUNDS];
    int rounds = 0;
    double sum = 0;
    while (rounds < LEAST_ROUNDS || (sum < millis && rounds < MOST_ROUNDS)) {
      long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Object result = work.get();
      long ended = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      if (result == null) {
        throw new IllegalStateException("nothing came of it");
      }
      taken[rounds] = (ended - began) / 1e6;
      sum += taken[rounds];
      rounds++;
    }
    return Arrays.copyOf(taken, rounds);
  }
}
