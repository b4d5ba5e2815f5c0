package io.evenkeel.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before connecting again: doubled at each failure, with up to as much again by
 * chance, so that a fleet does not come back in step.
 */
public record Backoff(Duration first, Duration longest) {

  /** One second, doubling up to a minute. */
  public static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  public Backoff {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("first: not negative and not over longest");
    }
  }

  /**
   * @param failures how many attempts failed since the last connection that stood
   */
  Duration after(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures, 16);
    long bounded = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(bounded + (bounded > 0 ? random.nextLong(bounded) : 0));
  }
}
