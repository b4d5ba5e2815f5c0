package io.evenkeel.messaging.flow;

import java.time.Duration;

/**
 * Bounds of a reader.
 *
 * @param lanes messages handled at once; keys share a lane by their hash
 * @param maxInFlight messages taken from the channel and not acknowledged yet
 * @param firstDelay pause before a failed message is tried again; doubles with every attempt
 * @param longestDelay where the doubling ends
 */
public record LaneLimits(int lanes, int maxInFlight, Duration firstDelay, Duration longestDelay) {

  public static final LaneLimits DEFAULT = of(256, 2048);

  public LaneLimits {
    if (lanes < 1 || maxInFlight < 1) {
      throw new IllegalArgumentException(
          "lanes and maxInFlight must be 1 or more, not " + lanes + " and " + maxInFlight);
    }
    if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "0 <= firstDelay <= longestDelay does not hold: " + firstDelay + ", " + longestDelay);
    }
  }

  public static LaneLimits of(int lanes, int maxInFlight) {
    return new LaneLimits(lanes, maxInFlight, Duration.ofMillis(100), Duration.ofSeconds(10));
  }

  /** The pause before attempt {@code attempt + 1}, counted from 1. */
  Duration delayAfter(int attempt) {
    int doublings = Math.min(attempt - 1, 20);
    Duration delay = firstDelay.multipliedBy(1L << doublings);
    return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
  }
}
