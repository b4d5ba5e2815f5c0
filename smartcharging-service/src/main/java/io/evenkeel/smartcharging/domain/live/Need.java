package io.evenkeel.smartcharging.domain.live;

import java.time.Duration;
import java.time.Instant;

/**
 * What a session still wants.
 *
 * @param departure by when
 * @param energyWh how much more
 */
record Need(Instant departure, double energyWh) {

  /** A car that is there beyond its time is taken to stay for as long again and again. */
  private static final Duration OVERSTAY = Duration.ofHours(1);

  /** A car of which nothing was said and that still draws wants at least this part of its usual. */
  private static final double LEAST_PART = 0.25;

  static Need of(LiveSession session, Instant now) {
    Instant said = session.wish().departure();
    Instant departure = said == null ? session.usual().departure() : said;
    Double wanted = session.wish().energyWh();
    double energy =
        wanted == null
            ? Math.max(
                session.usual().energyWh() - session.deliveredWh(),
                LEAST_PART * session.usual().energyWh())
            : Math.max(0, wanted - session.deliveredWh());
    return new Need(departure.isAfter(now) ? departure : now.plus(OVERSTAY), energy);
  }
}
