package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.MeteredLoad;
import io.evenkeel.smartcharging.domain.forecast.Surroundings;
import io.evenkeel.smartcharging.domain.site.Meter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meter as it is now.
 *
 * @param measures total or unmanaged
 * @param last what it said last
 * @param stale whether the node's configured load counts instead
 * @param staleAt from when on it does unless it is heard of again
 */
public record MeterStatusDocument(
    String id,
    String node,
    String measures,
    @Nullable LastReading last,
    boolean stale,
    @Nullable Instant staleAt) {

  /**
   * A reading.
   *
   * @param a amperes on L1, L2, L3
   */
  public record LastReading(Instant at, List<BigDecimal> a) {}

  static List<MeterStatusDocument> all(Surroundings site, Instant now) {
    return site.meters().stream().map(meter -> of(site, meter, now)).toList();
  }

  private static MeterStatusDocument of(Surroundings site, MeteredLoad load, Instant now) {
    MeterReading last = load.last();
    Meter meter = load.meter();
    return new MeterStatusDocument(
        meter.id(),
        site.nodeOf(load).id(),
        SiteDocument.measures(meter.measures()),
        last == null
            ? null
            : new LastReading(
                last.at(), List.of(rounded(last.l1()), rounded(last.l2()), rounded(last.l3()))),
        !load.isFresh(now),
        load.staleAt());
  }

  private static BigDecimal rounded(double amperes) {
    return BigDecimal.valueOf(amperes).setScale(2, RoundingMode.HALF_UP);
  }
}
