package io.evenkeel.smartcharging.bench;

import java.util.List;
import java.util.Map;

/**
 * A plan, checked and added up.
 *
 * @param breaches every rule that is broken, once for each place
 * @param requestedWh what all sessions want
 * @param deliveredWh what each session gets, at most what it wants
 * @param shortfallWh what all together do not get
 * @param cost of the whole site's import with the base load, demand charge included
 * @param peakKw highest import of the horizon, never below 0
 * @param leastSatisfaction smallest share of its energy that somebody gets, 1 without sessions
 */
public record Audit(
    List<Breach> breaches,
    double requestedWh,
    Map<String, Double> deliveredWh,
    double shortfallWh,
    double cost,
    double peakKw,
    double leastSatisfaction) {

  public Audit {
    breaches = List.copyOf(breaches);
    deliveredWh = Map.copyOf(deliveredWh);
  }

  /** Shortfall above a bound, in % of what was asked for. */
  public double gapPercent(double boundWh) {
    return requestedWh == 0 ? 0 : 100 * (shortfallWh - boundWh) / requestedWh;
  }
}
