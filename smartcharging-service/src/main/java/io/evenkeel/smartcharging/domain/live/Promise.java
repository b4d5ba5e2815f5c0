package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has for one session, reckoned from the moment it was made.
 *
 * @param connector its connector's number in the site's tree
 * @param periods by slots of the plan, up to the departure
 * @param departure when it is believed to go; nothing is planned for it afterwards
 * @param stated whether the driver said so, or how much is wanted
 * @param neededWh what it still wants
 * @param forecastWh what it gets of it by the departure
 * @param completesAt when it has got what it wants; null when it does not by the departure
 * @param notBefore when it could be done at the earliest if it stayed longer; null when it is in
 *     time
 * @param because why it gets what it gets now
 */
public record Promise(
    int connector,
    int transactionId,
    List<Period> periods,
    Instant departure,
    boolean stated,
    double neededWh,
    double forecastWh,
    @Nullable Instant completesAt,
    @Nullable Instant notBefore,
    Because because) {

  public Promise {
    periods = List.copyOf(periods);
  }

  /** What will be missing. */
  public double shortfallWh() {
    return Math.max(0, neededWh - forecastWh);
  }
}
