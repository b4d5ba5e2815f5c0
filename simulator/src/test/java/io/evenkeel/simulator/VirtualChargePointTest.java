package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualChargePointTest {
  private final ScriptedCentralSystem central = new ScriptedCentralSystem();

  @AfterEach
  void close() {
    central.close();
  }

  @Test
  void a_session_from_boot_to_stop() {
    // Given
    var ledger = Ledger.keeping();
    var point =
        answer(
            VirtualChargePoint.connect(
                VirtualChargePointOptions.of(central.url(), "CP1")
                    .ledger(ledger)
                    .tick(Duration.ofMillis(10))));

    // When
    var started = answer(point.startTransaction(1, "TAG1"));
    answer(point.awaitStatus(1, ChargePointStatus.Charging));
    point.sendMeterValues(1);
    answer(point.stopTransaction(1, StopTransaction.Reason.Local));
    answer(point.unplug(1));
    answer(point.awaitStatus(1, ChargePointStatus.Available));

    // Then
    assertEquals(1, central.heard("CP1", BootNotification.Request.class).size());
    var stop = central.heard("CP1", StopTransaction.Request.class);
    assertEquals(started.transactionId(), stop.getFirst().transactionId());
    assertEquals(
        8,
        central
            .heard("CP1", MeterValues.Request.class)
            .getFirst()
            .meterValue()
            .getFirst()
            .sampledValue()
            .size());
    assertEquals(1, ledger.starts().size());
    assertEquals(1, ledger.stops().size());
    assertEquals(1, ledger.meterValues().size());
    assertTrue(ledger.open().isEmpty(), "everything was answered");
    assertEquals(1, central.heard("CP1", StartTransaction.Request.class).size());
    Await.until(
        "five or six statuses",
        () -> central.heard("CP1", StatusNotification.Request.class).size() >= 5);
    point.close();
  }
}
