package io.evenkeel.smartcharging.domain.planning;

/**
 * How good a plan is, and how much better another one could be at most.
 *
 * @param requestedWh asked for by all sessions
 * @param shortfallWh missing at the departures
 * @param lowerBoundShortfallWh no plan misses less
 * @param cost of the site's import, base load included, in the tariff's currency
 * @param baseCost what the base load alone would cost
 * @param costBound no plan that misses no more costs less
 * @param leastSatisfaction the smallest share of its need that a session gets; 1 without sessions
 * @param jain Jain's index of these shares: 1 when all are equal
 */
public record Figures(
    double requestedWh,
    double shortfallWh,
    double lowerBoundShortfallWh,
    double cost,
    double baseCost,
    double costBound,
    double leastSatisfaction,
    double jain) {

  /** At most so much less could be missing, in % of what was asked for. */
  public double gap() {
    return requestedWh <= 0
        ? 0
        : 100 * Math.max(0, shortfallWh - lowerBoundShortfallWh) / requestedWh;
  }

  /** What charging adds to the cost. */
  public double chargingCost() {
    return cost - baseCost;
  }

  /** At most so much less could it cost, in % of the cost. */
  public double costGap() {
    return cost == costBound ? 0 : 100 * Math.max(0, cost - costBound) / Math.abs(cost);
  }
}
