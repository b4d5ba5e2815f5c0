package io.evenkeel.transaction.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connector since a transaction started on it.
 *
 * @param lastReading the transaction's last reading of the import register
 * @param lastStatusAt when the connector last reported a change of state
 */
public record Evidence(@Nullable Reading lastReading, @Nullable Instant lastStatusAt) {

  public static final Evidence NONE = new Evidence(null, null);

  /**
   * @param energyWh import register, whole Wh
   */
  public record Reading(Instant at, long energyWh) {}

  /**
   * The end that can be shown: the last reading's energy, and the last moment something was heard;
   * nothing is booked that was not measured.
   *
   * @param latest by then it was over; a reading may seem up to a day younger, for clocks differ
   */
  Ending.Evidence ending(NaturalKey key, Instant latest, String cause) {
    Instant end = key.startedAt();
    long meter = key.meterStart();
    if (lastReading != null && within(key, lastReading.at(), latest)) {
      end = lastReading.at();
      meter = Math.max(meter, lastReading.energyWh());
    }
    if (lastStatusAt != null && within(key, lastStatusAt, latest) && lastStatusAt.isAfter(end)) {
      end = lastStatusAt;
    }
    return new Ending.Evidence(end, meter, cause);
  }

  private static boolean within(NaturalKey key, Instant at, Instant latest) {
    return !at.isBefore(key.startedAt()) && !Plausibility.clockImplausible(at, latest);
  }
}
