package io.evenkeel.smartcharging.domain.site;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a whole site is planned.
 *
 * @param timeZone by whose clock its daily limits and loads go
 * @param feedInPerKwh paid for what is fed into the grid
 * @param demandChargePerKw on the highest import
 * @param defaultStay how long a car stays of which nothing is known
 * @param defaultEnergyWh what it wants
 * @param horizon how far ahead is planned
 * @param slot in steps of what length
 */
public record SiteTerms(
    ZoneId timeZone,
    double feedInPerKwh,
    double demandChargePerKw,
    Duration defaultStay,
    long defaultEnergyWh,
    Duration horizon,
    Duration slot) {

  /** A day in quarters of an hour, and nothing costs anything. */
  public static final SiteTerms USUAL =
      new SiteTerms(
          ZoneOffset.UTC,
          0,
          0,
          Duration.ofHours(8),
          20_000,
          Duration.ofHours(24),
          Duration.ofMinutes(15));

  /** Slots of the horizon. */
  public int slots() {
    return (int) (horizon.toMillis() / slot.toMillis());
  }
}
