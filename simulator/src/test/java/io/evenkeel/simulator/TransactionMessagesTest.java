package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.ScriptedCentralSystem.Fate;
import io.evenkeel.simulator.charging.ChargerModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Retries of transaction messages, OCPP 1.6 sections 3.7 and 3.7.1. */
class TransactionMessagesTest {
  private final ScriptedCentralSystem central = new ScriptedCentralSystem();
  private final Ledger ledger = Ledger.keeping();

  @AfterEach
  void close() {
    central.close();
  }

  private VirtualChargePointOptions options() {
    return VirtualChargePointOptions.of(central.url(), "CP1")
        .ledger(ledger)
        .retryInterval(Duration.ofMillis(5))
        .callTimeout(Duration.ofMillis(300))
        .backoff(Duration.ofMillis(5), Duration.ofMillis(20))
        .configuration("MeterValueSampleInterval", "0");
  }

  @Test
  void a_refused_start_is_repeated_with_the_same_content_and_a_new_message_id() {
    // Given
    var left = new AtomicInteger(2);
    central.script =
        (point, request) ->
            request instanceof StartTransaction.Request && left.getAndDecrement() > 0
                ? Fate.Refuse
                : Fate.Answer;
    var point = answer(VirtualChargePoint.connect(options()));

    // When
    answer(point.startTransaction(1, "TAG1"));

    // Then
    var starts = central.heard("CP1", StartTransaction.Request.class);
    assertEquals(3, starts.size(), "two refusals, then the one that counts");
    assertEquals(starts.get(0), starts.get(1));
    assertEquals(starts.get(0), starts.get(2));
    var ids =
        central.heard.stream()
            .filter(call -> call.request() instanceof StartTransaction.Request)
            .map(ScriptedCentralSystem.Heard::messageId)
            .distinct()
            .count();
    assertEquals(3, ids, "each transmission has its own message id");
    var entry = ledger.entries().getFirst();
    assertEquals(3, entry.transmissions());
    assertEquals(2, entry.refusals().size());
    point.close();
  }

  @Test
  void what_is_cut_off_is_sent_again_over_the_next_connection_in_order() {
    // Given a central system that takes the start and dies before it answers
    var cuts = new AtomicInteger(2);
    central.script =
        (point, request) ->
            request instanceof StartTransaction.Request && cuts.getAndDecrement() > 0
                ? Fate.TakeAndCut
                : Fate.Answer;
    var point = answer(VirtualChargePoint.connect(options()));

    // When
    var started = point.startTransaction(1, "TAG1");
    point.sendMeterValues(1);
    var stopped = point.stopTransaction(1, StopTransaction.Reason.Local);
    int id = answer(started).transactionId();
    answer(stopped);

    // Then
    var order =
        central.heard.stream()
            .map(ScriptedCentralSystem.Heard::request)
            .filter(
                r ->
                    r instanceof StartTransaction.Request
                        || r instanceof MeterValues.Request
                        || r instanceof StopTransaction.Request)
            .map(r -> r.getClass().getEnclosingClass().getSimpleName())
            .toList();
    assertEquals(
        List.of(
            "StartTransaction",
            "StartTransaction",
            "StartTransaction",
            "MeterValues",
            "StopTransaction"),
        order);
    assertEquals(id, central.heard("CP1", MeterValues.Request.class).getFirst().transactionId());
    assertEquals(
        id, central.heard("CP1", StopTransaction.Request.class).getFirst().transactionId());
    assertEquals(3, central.connections.get());
    assertTrue(ledger.open().isEmpty(), "everything was answered in the end");
    point.close();
  }

  @Test
  void a_message_without_an_answer_counts_as_an_attempt_and_is_given_up_after_the_last() {
    // Given
    central.script =
        (point, request) -> request instanceof StartTransaction.Request ? Fate.Ignore : Fate.Answer;
    var point =
        answer(
            VirtualChargePoint.connect(
                options()
                    .callTimeout(Duration.ofMillis(40))
                    .configuration("TransactionMessageAttempts", "3")));

    // When
    var started = point.startTransaction(1, "TAG1");
    var stopped = point.stopTransaction(1, StopTransaction.Reason.Local);
    answer(stopped);

    // Then
    assertTrue(!started.toCompletableFuture().isDone(), "nobody ever said anything");
    assertEquals(3, central.heard("CP1", StartTransaction.Request.class).size());
    assertEquals(1, ledger.discarded().size());
    assertEquals(
        -1,
        central.heard("CP1", StopTransaction.Request.class).getFirst().transactionId(),
        "the stop of a transaction that never got an id");
    point.close();
  }

  @Test
  void messages_of_an_offline_time_keep_their_own_times_and_come_later() {
    // Given
    var point = answer(VirtualChargePoint.connect(options()));
    answer(point.disconnect());

    // When
    var started = point.startTransaction(1, "TAG1");
    point.sendMeterValues(1);
    var stopped = point.stopTransaction(1, StopTransaction.Reason.Local);
    assertEquals(0, central.heard("CP1", StartTransaction.Request.class).size());
    answer(point.reconnect());
    answer(started);
    answer(stopped);

    // Then
    var start = central.heard("CP1", StartTransaction.Request.class).getFirst();
    var stop = central.heard("CP1", StopTransaction.Request.class).getFirst();
    assertTrue(start.timestamp().instant().isBefore(stop.timestamp().instant()), "in their order");
    assertEquals(1, central.heard("CP1", MeterValues.Request.class).size());
    point.close();
  }

  @Test
  void two_transactions_never_share_a_moment() {
    var point = answer(VirtualChargePoint.connect(options().model(ChargerModel.DOUBLE)));

    var one = answer(point.startTransaction(1, "TAG1"));
    answer(point.stopTransaction(1, StopTransaction.Reason.Local));
    var two = answer(point.startTransaction(1, "TAG1"));

    assertNotEquals(one.transactionId(), two.transactionId());
    point.close();
  }
}
