package io.evenkeel.smartcharging.domain.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session gets by its departure, and when it is done. Unlike the planner it counts only what
 * is left of the current slot.
 *
 * @param completesAt null when it is not done by the departure
 * @param notBefore the earliest time afterwards if it stayed; null when it is in time
 */
record Forecast(double energyWh, @Nullable Instant completesAt, @Nullable Instant notBefore) {

  /** Less than this is not missing: currents are whole tenths, and cars are not that exact. */
  static final double TRIFLE_WH = 50;

  private static final double SECONDS = 3600;

  static Forecast of(LiveSite site, Draft draft, Need need) {
    double wattsPerTenth = draft.wattsPerTenth(site);
    double sum = 0;
    Instant last = site.at();
    for (int slot = 0; slot < draft.departure; slot++) {
      Instant from = slot == 0 ? site.at() : site.slotStart(slot);
      double seconds = Duration.between(from, site.slotStart(slot + 1)).toMillis() / 1000.0;
      double watts = draft.levels[slot] * wattsPerTenth;
      double more = watts * seconds / SECONDS;
      if (more > 0 && sum + more >= need.energyWh()) {
        double needed = (need.energyWh() - sum) / watts * SECONDS;
        return new Forecast(need.energyWh(), from.plusMillis((long) (1000 * needed)), null);
      }
      sum += more;
      last = more > 0 ? site.slotStart(slot + 1) : last;
    }
    if (need.energyWh() - sum <= TRIFLE_WH) {
      return new Forecast(need.energyWh(), last, null);
    }
    double most = draft.session.maximum() * wattsPerTenth;
    double longer = most <= 0 ? Double.POSITIVE_INFINITY : (need.energyWh() - sum) / most * SECONDS;
    Instant notBefore =
        Double.isInfinite(longer) ? null : need.departure().plusMillis((long) (1000 * longer));
    return new Forecast(sum, null, notBefore);
  }
}
