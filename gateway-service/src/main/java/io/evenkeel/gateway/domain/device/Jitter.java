package io.evenkeel.gateway.domain.device;

import io.evenkeel.gateway.domain.check.InvalidField;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Spreads what would otherwise happen to all charge points at once. */
public record Jitter(RandomGenerator random, double share) {

  public Jitter {
    if (share < 0 || share >= 1) {
      throw new InvalidField("jitter", "must be from 0 to below 1");
    }
  }

  /** Somewhere within {@code share} around the duration, in whole seconds, at least 1. */
  public int seconds(Duration around) {
    double seconds = around.toSeconds();
    double spread = seconds * share;
    return Math.clamp(
        Math.round(seconds + (random.nextDouble() * 2 - 1) * spread), 1, Integer.MAX_VALUE);
  }
}
