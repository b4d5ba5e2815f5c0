package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.time.Duration;

/**
 * What to expect of a car.
 *
 * @param stay from its start
 * @param energyWh in all
 */
public record Usual(Duration stay, double energyWh) {

  /** A car that still draws wants at least this part of the site's default from now on. */
  private static final double LEAST_PART = 0.25;

  /** As the site says. */
  static Usual byDefault(SiteTerms terms) {
    return new Usual(terms.defaultStay(), terms.defaultEnergyWh());
  }

  /** The same of a car that is there and not full, whatever it has got so far. */
  public Usual stillDrawing(double deliveredWh, SiteTerms terms) {
    return new Usual(stay, Math.max(energyWh, deliveredWh + LEAST_PART * terms.defaultEnergyWh()));
  }
}
