package io.evenkeel.auth.bus;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true. */
public final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(15);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("Not within " + DEADLINE + ": " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
