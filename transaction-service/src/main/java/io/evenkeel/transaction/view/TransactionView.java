package io.evenkeel.transaction.view;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.transaction.domain.Flag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction.
 *
 * @param authorization what the charge point was told of the idTag
 * @param startedAt the charge point's own time
 * @param startReceivedAt when its start was received first
 * @param endedAt the charge point's own time; by evidence: when something was heard of it last
 * @param stopReceivedAt absent while it runs and when it was closed by evidence
 * @param endedBecause what closed it by evidence
 * @param energyWh booked energy; of a running one what its last reading shows
 * @param durationSeconds from start to end, of a running one until now; never negative
 * @param startRaw payload as received, when it had to be forgiven something
 */
public record TransactionView(
    int id,
    String chargePoint,
    int connectorId,
    String idTag,
    AuthorizationStatus authorization,
    @Nullable String parentIdTag,
    @Nullable Integer reservationId,
    State state,
    Instant startedAt,
    Instant startReceivedAt,
    long meterStartWh,
    @Nullable Instant endedAt,
    @Nullable Instant stopReceivedAt,
    @Nullable Long meterStopWh,
    @Nullable Reason stopReason,
    @Nullable String stopIdTag,
    @Nullable String endedBecause,
    @Nullable BigDecimal energyWh,
    long durationSeconds,
    @Nullable Instant lastReadingAt,
    List<Flag> flags,
    @Nullable List<String> startRemarks,
    @Nullable String startRaw,
    @Nullable List<String> stopRemarks,
    @Nullable String stopRaw) {

  /** Whether it runs. */
  public enum State {
    open,
    ended
  }
}
