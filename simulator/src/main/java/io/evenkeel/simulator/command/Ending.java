package io.evenkeel.simulator.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the end of a command: its time is over, or Ctrl-C. On Ctrl-C the waiting ends and the
 * process lives until the command has cleaned up, for at most ten seconds.
 */
final class Ending {
  private static final Duration CLEAN_UP_WITHIN = Duration.ofSeconds(10);
  private static final CountDownLatch ASKED = new CountDownLatch(1);
  private static final CountDownLatch CLEANED_UP = new CountDownLatch(1);

  private Ending() {}

  /** Makes Ctrl-C end the waiting; called once, by the command line. */
  static void onInterrupt() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ASKED.countDown();
                  await(CLEANED_UP, CLEAN_UP_WITHIN);
                },
                "ending"));
  }

  /** The command has cleaned up. */
  static void cleanedUp() {
    CLEANED_UP.countDown();
  }

  /** Whether Ctrl-C was pressed. */
  static boolean asked() {
    return ASKED.getCount() == 0;
  }

  static void after(Duration time) {
    await(ASKED, time);
  }

  /** Does something again and again until the time is over; null is for ever. */
  static void every(Duration period, @Nullable Duration time, Runnable work) {
    long began = System.nanoTime();
    var left = time == null ? period : time;
    while (!asked() && !left.isNegative() && !left.isZero()) {
      after(left.compareTo(period) < 0 ? left : period);
      if (!asked()) {
        work.run();
      }
      if (time != null) {
        left = time.minusNanos(System.nanoTime() - began);
      }
    }
  }

  private static void await(CountDownLatch latch, Duration time) {
    try {
      var _ = latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
