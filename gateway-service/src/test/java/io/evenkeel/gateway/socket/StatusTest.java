package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.store.ChargePointStore;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.trigger.TriggerMessage.RequestedMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes after the boot, item by item. */
@QuarkusTest
class StatusTest {

  @Inject Fleet fleet;
  @Inject Commands commands;
  @Inject ChargePointStore store;
  @Inject TransactionServiceDouble transactions;

  private CompletableFuture<CommandOutcome> send(String id, Request request) {
    return commands
        .send(id, request, Duration.ofSeconds(5))
        .subscribeAsCompletionStage()
        .toCompletableFuture();
  }

  @Test
  void everyFrameRefreshesLastSeen() throws ExecutionException {
    // Given
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      var before = Instant.now();

      // When
      chargePoint.heartbeat();

      // Then
      Await.until(
          "written down",
          () -> {
            var seen = Fleet.run(() -> store.get(id)).orElseThrow().lastSeen();
            return seen != null && !seen.isBefore(before.minusMillis(1));
          });
    }
  }

  @Test
  void aBurstOfStatusAfterBootIsAnsweredAndPassedOnInOrder() throws ExecutionException {
    // Given
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      // When
      for (int connector = 0; connector <= 10; connector++) {
        chargePoint.call(
            "StatusNotification",
            new JsonObject()
                .put("connectorId", connector)
                .put("errorCode", "NoError")
                .put("status", "Available"));
      }

      // Then
      for (int connector = 0; connector <= 10; connector++) {
        assertEquals(3, chargePoint.answer().type());
      }
      var connectors =
          transactions.eventsOf(id, ChargePointEvent.Notified.class).stream()
              .map(event -> ((StatusNotification.Request) event.request()).connectorId())
              .toList();
      assertEquals(IntStream.rangeClosed(0, 10).boxed().toList(), connectors);
    }
  }

  @Test
  void TC_024_aConnectorLockFailureIsAccepted() throws ExecutionException {
    try (var chargePoint = fleet.accepted(fleet.newId())) {
      var answer =
          chargePoint.ask(
              "StatusNotification",
              new JsonObject()
                  .put("connectorId", 0)
                  .put("errorCode", "ConnectorLockFailure")
                  .put("status", "Faulted")
                  .put("vendorErrorCode", "E-17")
                  .put("timestamp", "2001-01-01T00:00:00"));

      assertEquals(3, answer.type());
    }
  }

  @Test
  void TC_054_TC_055_triggersAreSentOnlyWhenAskedForAndTheirAnswersShown()
      throws ExecutionException {
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      chargePoint.noCallFor(200);
      var answers = new HashSet<String>();
      for (var requested : RequestedMessage.values()) {
        var said = requested.ordinal() % 2 == 0 ? "Rejected" : "NotImplemented";
        var outcome = send(id, new TriggerMessage.Request(requested, null));
        chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", said));

        var response = (TriggerMessage.Response) ChargePoint.get(outcome).response();
        assertEquals(said, response.status().wire());
        answers.add(requested.wire());
      }
      assertEquals(6, answers.size());
    }
  }
}
