package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about connectors and transactions, told by transaction-service after they are committed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TransactionEvent.TransactionStarted.class, name = "Started"),
  @JsonSubTypes.Type(value = TransactionEvent.TransactionEnded.class, name = "Ended"),
  @JsonSubTypes.Type(value = TransactionEvent.ConnectorStatusChanged.class, name = "Status"),
  @JsonSubTypes.Type(value = TransactionEvent.Metered.class, name = "Metered"),
  @JsonSubTypes.Type(value = TransactionEvent.WishStated.class, name = "Wish")
})
public sealed interface TransactionEvent extends BusMessage {

  String chargePoint();

  int connectorId();

  @Override
  default String key() {
    return chargePoint();
  }

  /**
   * Told again when the charge point repeats its StartTransaction.
   *
   * @param startedAt the charge point's own time
   * @param receivedAt the time of receipt; far from startedAt when it was replayed from offline
   */
  record TransactionStarted(
      String chargePoint,
      int connectorId,
      int transactionId,
      String idTag,
      AuthorizationStatus authorization,
      long meterStartWh,
      Instant startedAt,
      Instant receivedAt)
      implements TransactionEvent {}

  /** The transaction is over, by StopTransaction or by evidence. */
  record TransactionEnded(
      String chargePoint,
      int connectorId,
      int transactionId,
      Instant endedAt,
      long energyWh,
      boolean byEvidence)
      implements TransactionEvent {}

  /** The current status of a connector (0 = the charge point) is now this one. */
  record ConnectorStatusChanged(
      String chargePoint,
      int connectorId,
      ChargePointStatus status,
      ChargePointErrorCode errorCode,
      Instant at)
      implements TransactionEvent {}

  /**
   * Latest reading of a connector, normalised.
   *
   * @param transactionId null outside a transaction
   * @param energyWh import register, null when not told
   * @param currentA per connector phase 1, 2, 3 in A; an element is null when not told; empty when
   *     no current was told
   * @param powerW active import over all phases, null when not told
   */
  record Metered(
      String chargePoint,
      int connectorId,
      @Nullable Integer transactionId,
      Instant at,
      @Nullable BigDecimal energyWh,
      List<@Nullable BigDecimal> currentA,
      @Nullable BigDecimal powerW)
      implements TransactionEvent {}

  /**
   * What the driver of a running transaction wants; replaces what was wanted before.
   *
   * @param departure when the car must be ready; null when not told
   * @param energyWh what it is to get from its start to its departure; null when not told
   * @param statedAt of two of a transaction the later one counts
   */
  record WishStated(
      String chargePoint,
      int connectorId,
      int transactionId,
      @Nullable Instant departure,
      @Nullable Long energyWh,
      Instant statedAt)
      implements TransactionEvent {}
}
