package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.SiteStatus.ConnectorStatus;
import io.evenkeel.smartcharging.domain.forecast.LeastCurrent;
import io.evenkeel.smartcharging.domain.site.Amperes;
import org.jspecify.annotations.Nullable;

/**
 * How far a charger does what it is told.
 *
 * @param keepsTime PROVEN, UNPROVEN (a schedule counts at its highest period until one was read
 *     back right) or FAILED (it is given one period at a time)
 * @param mostPeriods of a schedule, when it was learned to stand fewer than it says
 * @param acceptsZero false: it is given its least current instead of 0 A
 * @param leastCurrent how a car needs more than the least current, or was tried with more in vain;
 *     absent when neither
 * @param readsBack what it read back wrong; absent when nothing
 * @param disobeys how it draws or allows more than it holds, for which it counts; absent when it
 *     obeys
 */
public record ConductDocument(
    String keepsTime,
    @Nullable Integer mostPeriods,
    boolean acceptsZero,
    @Nullable String leastCurrent,
    @Nullable String readsBack,
    @Nullable String disobeys) {

  static ConductDocument of(ConnectorStatus one) {
    Learned learned = one.learned();
    return new ConductDocument(
        learned.timekeeping().name(),
        learned.mostPeriods() == Integer.MAX_VALUE ? null : learned.mostPeriods(),
        learned.acceptsZero(),
        leastCurrent(one.least()),
        one.readBack(),
        one.disobeys());
  }

  private static @Nullable String leastCurrent(LeastCurrent seen) {
    if (seen.found() > 0) {
      return "The car that is there charges from %s A on, and drew nothing with less"
          .formatted(Amperes.of(seen.found()));
    }
    return seen.inVain()
        ? "The car that is there draws nothing, with more than the least current neither: it is"
            + " full, or waits for something"
        : null;
  }
}
