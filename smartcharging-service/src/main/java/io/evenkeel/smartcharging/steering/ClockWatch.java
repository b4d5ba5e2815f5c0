package io.evenkeel.smartcharging.steering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Notices that the clock on the wall went otherwise than time. For one thread at a time. */
final class ClockWatch {

  /** Clocks are set by so much all the time. */
  private static final Duration HARMLESS = Duration.ofSeconds(5);

  private final InstantSource wall;
  private final LongSupplier nanoTime;
  private Instant lastWall;
  private long lastNano;

  ClockWatch(InstantSource wall, LongSupplier nanoTime) {
    this.wall = wall;
    this.nanoTime = nanoTime;
    this.lastWall = wall.instant();
    this.lastNano = nanoTime.getAsLong();
  }

  /** Whether it jumped since this was last asked. */
  boolean jumped() {
    Instant now = wall.instant();
    long nano = nanoTime.getAsLong();
    Duration off = Duration.between(lastWall, now).minusNanos(nano - lastNano).abs();
    lastWall = now;
    lastNano = nano;
    return off.compareTo(HARMLESS) > 0;
  }
}
