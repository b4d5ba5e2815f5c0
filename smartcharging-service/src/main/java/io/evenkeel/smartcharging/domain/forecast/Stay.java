package io.evenkeel.smartcharging.domain.forecast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running transaction: who, since when, and what the driver wants.
 *
 * @param idTag null when its start was not heard
 * @param meterStartWh null when its start was not heard
 * @param departure when the driver said to leave; null when nothing was said of it
 * @param energyWh what the driver said to want since the start; null when nothing was said of it
 * @param statedAt when that was said; null when nothing was said
 */
public record Stay(
    int transactionId,
    @Nullable String idTag,
    Instant startedAt,
    @Nullable Long meterStartWh,
    @Nullable Instant departure,
    @Nullable Long energyWh,
    @Nullable Instant statedAt) {

  /** Nothing was said yet. */
  public static Stay of(
      int transactionId, @Nullable String idTag, Instant startedAt, @Nullable Long meterStartWh) {
    return new Stay(transactionId, idTag, startedAt, meterStartWh, null, null, null);
  }

  /** The driver said something; of two statements the later one counts. */
  public Stay wishes(@Nullable Instant departure, @Nullable Long energyWh, Instant statedAt) {
    return this.statedAt != null && !statedAt.isAfter(this.statedAt)
        ? this
        : new Stay(transactionId, idTag, startedAt, meterStartWh, departure, energyWh, statedAt);
  }

  /** Its start was heard (again). */
  public Stay started(String idTag, Instant startedAt, long meterStartWh) {
    return new Stay(transactionId, idTag, startedAt, meterStartWh, departure, energyWh, statedAt);
  }
}
