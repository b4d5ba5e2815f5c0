package io.evenkeel.gateway.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, with a deadline. */
public final class Await {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    var deadline = Instant.now().plus(WITHIN);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("Not within " + WITHIN + ": " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
