package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.ScriptedCentralSystem.Fate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives the end of the process. A charge point that is left alone plays the dead one. */
class MemoryTest {
  @TempDir Path directory;
  private final ScriptedCentralSystem central = new ScriptedCentralSystem();

  @AfterEach
  void close() {
    central.close();
  }

  private VirtualChargePointOptions options() {
    return VirtualChargePointOptions.of(central.url(), "CP/1")
        .memory(new FileMemory(directory))
        .tick(Duration.ofMillis(5))
        .speed(1000)
        .reconnect(false)
        .callTimeout(Duration.ofMillis(500))
        .configuration("MeterValueSampleInterval", "0");
  }

  @Test
  void a_running_transaction_is_ended_with_PowerLoss_at_its_last_reading() {
    // Given
    var before = answer(VirtualChargePoint.connect(options()));
    int id = answer(before.startTransaction(1, "TAG1")).transactionId();
    answer(before.awaitState(1, s -> s.meterWh() > 100));
    before.sendMeterValues(1);
    answer(before.awaitDelivered());
    before.drop();
    answer(before.awaitOffline());

    // When
    var after = answer(VirtualChargePoint.connect(options()));
    answer(after.awaitDelivered());

    // Then
    var stop = central.last("CP%2F1", StopTransaction.Request.class);
    assertEquals(id, Objects.requireNonNull(stop).transactionId());
    assertEquals(StopTransaction.Reason.PowerLoss, stop.reason());
    assertTrue(stop.meterStop() > 100, "the register goes on from where it was");
    assertTrue(after.connector(1).meterWh() >= stop.meterStop());
    after.close();
  }

  @Test
  void a_start_that_was_never_answered_is_sent_again_with_the_same_content() {
    // Given the central system dies after it took the start
    central.script =
        (point, request) ->
            request instanceof StartTransaction.Request ? Fate.TakeAndCut : Fate.Answer;
    var before = answer(VirtualChargePoint.connect(options()));
    before.startTransaction(1, "TAG1");
    answer(before.awaitOffline());

    // When
    central.script = (point, request) -> Fate.Answer;
    var after = answer(VirtualChargePoint.connect(options()));
    answer(after.awaitDelivered());

    // Then
    var starts = central.heard("CP%2F1", StartTransaction.Request.class);
    assertEquals(2, starts.size());
    assertEquals(starts.getFirst(), starts.getLast());
    var stop = Objects.requireNonNull(central.last("CP%2F1", StopTransaction.Request.class));
    assertEquals(StopTransaction.Reason.PowerLoss, stop.reason());
    assertTrue(stop.transactionId() > 0, "the id that the repeated start was told");
    after.close();
  }

  @Test
  void a_power_failure_ends_what_runs_and_tells_it_after_the_boot() {
    var point = answer(VirtualChargePoint.connect(options()));
    answer(point.startTransaction(1, "TAG1"));

    point.reboot();
    Await.until(
        "a second boot", () -> central.heard("CP%2F1", BootNotification.Request.class).size() == 2);
    answer(point.awaitDelivered());

    var stop = Objects.requireNonNull(central.last("CP%2F1", StopTransaction.Request.class));
    assertEquals(StopTransaction.Reason.PowerLoss, stop.reason());
    point.close();
  }

  @Test
  void nothing_is_left_to_do_after_a_transaction_that_ended() {
    var before = answer(VirtualChargePoint.connect(options()));
    answer(before.startTransaction(1, "TAG1"));
    answer(before.stopTransaction(1, StopTransaction.Reason.Local));
    before.close();
    answer(before.awaitOffline());

    var kept = new FileMemory(directory).load("CP/1").orElseThrow();

    assertTrue(kept.transactions().isEmpty());
    assertTrue(kept.waiting().isEmpty());
  }
}
