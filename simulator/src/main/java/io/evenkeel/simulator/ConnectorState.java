package io.evenkeel.simulator;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.simulator.charging.Car;
import org.jspecify.annotations.Nullable;

/**
 * A connector at a moment.
 *
 * @param car what is plugged in
 * @param idTag of the running transaction, as is {@code transactionId}, which is null until the
 *     central system has given one
 * @param limitA what may be drawn per phase
 * @param currentA what is drawn per phase
 * @param meterWh the register
 * @param takenWh what the car got since it was plugged in
 */
public record ConnectorState(
    int connectorId,
    ChargePointStatus status,
    @Nullable Car car,
    @Nullable String idTag,
    @Nullable Integer transactionId,
    double limitA,
    double currentA,
    double meterWh,
    double takenWh) {

  /** Whether a transaction runs, with or without an id. */
  public boolean inTransaction() {
    return idTag != null;
  }
}
