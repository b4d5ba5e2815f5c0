package io.evenkeel.smartcharging.domain.problem;

import java.util.Arrays;

/**
 * What the site's import costs.
 *
 * @param pricePerKwh a value a slot, or a single one for all, or none for nothing
 * @param feedInPerKwh paid for what is fed into the grid
 * @param demandChargePerKw on the highest import of the horizon
 */
public record Tariff(double[] pricePerKwh, double feedInPerKwh, double demandChargePerKw) {

  /** Nothing costs anything. */
  public static Tariff free() {
    return new Tariff(new double[0], 0, 0);
  }

  /** In a slot. */
  public double price(int slot) {
    return pricePerKwh.length == 0 ? 0 : pricePerKwh[pricePerKwh.length == 1 ? 0 : slot];
  }

  /** Whether when something is drawn makes a difference in money. */
  public boolean matters() {
    return demandChargePerKw > 0
        || feedInPerKwh > 0
        || Arrays.stream(pricePerKwh).distinct().count() > 1;
  }
}
