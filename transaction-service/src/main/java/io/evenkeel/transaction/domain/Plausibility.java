package io.evenkeel.transaction.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds what cannot be right. It only flags: a fact is never refused for it.
 *
 * @param replayedAfter a fact that is received later than this after it happened was kept offline
 */
public record Plausibility(Duration replayedAfter) {

  private static final Instant OCPP16 = Instant.parse("2015-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final long LARGEST_READING_WH = 100_000_000_000L;
  private static final long LARGEST_ENERGY_WH = 5_000_000L;

  /** Whether a clock that says {@code at} is wrong: older than the protocol, or a day ahead. */
  public static boolean clockImplausible(Instant at, Instant receivedAt) {
    return at.isBefore(OCPP16) || at.isAfter(receivedAt.plus(AHEAD));
  }

  /** Flags of a start. */
  Set<Flag> ofStart(NaturalKey key, Instant receivedAt) {
    EnumSet<Flag> flags = ofTime(key.startedAt(), receivedAt);
    if (implausible(key.meterStart())) {
      flags.add(Flag.MeterImplausible);
    }
    if (key.connectorId() <= 0) {
      flags.add(Flag.ConnectorImplausible);
    }
    return flags;
  }

  /** Flags of a stop by itself. */
  Set<Flag> ofStop(Ending.Stop stop) {
    EnumSet<Flag> flags = ofTime(stop.at(), stop.receivedAt());
    if (implausible(stop.meterStop())) {
      flags.add(Flag.MeterImplausible);
    }
    return flags;
  }

  /** Flags of a stop as the end of what began with {@code key}. */
  Set<Flag> ofEnd(NaturalKey key, Ending.Stop stop) {
    Set<Flag> flags = ofStop(stop);
    if (stop.meterStop() < key.meterStart()) {
      flags.add(Flag.MeterBackwards);
    }
    if (Energy.between(key.meterStart(), stop.meterStop()) > LARGEST_ENERGY_WH) {
      flags.add(Flag.MeterImplausible);
    }
    if (stop.at().isBefore(key.startedAt())) {
      flags.add(Flag.TimeBackwards);
    }
    return flags;
  }

  private EnumSet<Flag> ofTime(Instant at, Instant receivedAt) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (clockImplausible(at, receivedAt)) {
      flags.add(Flag.ClockImplausible);
    } else if (at.plus(replayedAfter).isBefore(receivedAt)) {
      flags.add(Flag.ReplayedOffline);
    }
    return flags;
  }

  private static boolean implausible(long reading) {
    return reading < 0 || reading > LARGEST_READING_WH;
  }
}
