package io.evenkeel.transaction.view;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connector as it is now; 0 is the charge point itself.
 *
 * @param status absent until it has reported one
 * @param since since when status and error are these
 * @param reportedAt when the connector last reported
 * @param transactionId of the running transaction
 */
public record ConnectorView(
    String chargePoint,
    int connectorId,
    @Nullable ChargePointStatus status,
    @Nullable ChargePointErrorCode errorCode,
    @Nullable String info,
    @Nullable String vendorId,
    @Nullable String vendorErrorCode,
    @Nullable Instant since,
    @Nullable Instant reportedAt,
    @Nullable Integer transactionId,
    @Nullable LatestReading latestReading) {

  /**
   * @param transactionId as the charge point said it
   * @param energyWh import register
   * @param currentA of phases 1, 2, 3; null where not told; absent when none was
   * @param powerW active import
   */
  public record LatestReading(
      Instant sampledAt,
      @Nullable Integer transactionId,
      @Nullable BigDecimal energyWh,
      @Nullable List<@Nullable BigDecimal> currentA,
      @Nullable BigDecimal powerW) {}
}
