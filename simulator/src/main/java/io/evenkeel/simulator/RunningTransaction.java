package io.evenkeel.simulator;

import io.evenkeel.simulator.charging.ProfileStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transaction from the charge point's side. */
final class RunningTransaction {
  /** Stands for the id when the central system never gave one. */
  static final int NO_ID = -1;

  final int connectorId;
  final String idTag;
  final Instant start;
  final long meterStart;
  @Nullable Integer transactionId;
  boolean ended;

  /** Whether the central system does not want it; then nothing may be charged. */
  boolean unwanted;

  RunningTransaction(int connectorId, String idTag, Instant start, long meterStart) {
    this.connectorId = connectorId;
    this.idTag = idTag;
    this.start = start;
    this.meterStart = meterStart;
  }

  ProfileStore.Running forProfiles() {
    return new ProfileStore.Running(transactionId, start);
  }

  Memory.Transaction forMemory() {
    return new Memory.Transaction(connectorId, idTag, start, meterStart, transactionId, !ended);
  }
}
