package io.evenkeel.transaction.view;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.transaction.domain.Flag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A StopTransaction that ended nothing when it came.
 *
 * @param transactionId as the charge point said it
 * @param stoppedAt the charge point's own time
 * @param joinedTo the transaction whose start came later
 */
public record StrayStopView(
    long id,
    String chargePoint,
    int transactionId,
    Instant stoppedAt,
    Instant receivedAt,
    long meterStopWh,
    Reason reason,
    @Nullable String idTag,
    boolean duplicate,
    @Nullable Integer joinedTo,
    List<Flag> flags,
    @Nullable List<String> remarks,
    @Nullable String raw) {}
