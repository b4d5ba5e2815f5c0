package io.evenkeel.smartcharging.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a kilowatt hour from the grid costs.
 *
 * @param currency ISO 4217
 * @param steps in the order of their times; each counts until the next, the last one on, the first
 *     one also before
 */
public record Prices(String currency, List<Step> steps) {

  /** Nothing is known. */
  public static final Prices NONE = new Prices("EUR", List.of());

  /** From a moment on. */
  public record Step(Instant from, double pricePerKwh) {}

  public Prices {
    steps = List.copyOf(steps);
  }

  /** At the beginning of every slot; empty when nothing is known. */
  public double[] of(Instant start, Duration slot, int slots) {
    if (steps.isEmpty()) {
      return new double[0];
    }
    double[] prices = new double[slots];
    int next = 0;
    for (int t = 0; t < slots; t++) {
      Instant at = start.plus(slot.multipliedBy(t));
      while (next < steps.size() && !steps.get(next).from().isAfter(at)) {
        next++;
      }
      prices[t] = steps.get(Math.max(0, next - 1)).pricePerKwh();
    }
    return prices;
  }
}
