package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.evenkeel.gateway.commands.Refusal;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.store.ChargePointStore;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.trigger.TriggerMessage.RequestedMessage;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Boot, heartbeat, status, item by item. */
@QuarkusTest
class BootTest {

  @Inject Fleet fleet;
  @Inject Commands commands;
  @Inject ChargePointStore store;
  @Inject TransactionServiceDouble transactions;

  @Inject
  @DataSource("fleet")
  AgroalDataSource database;

  private CompletableFuture<CommandOutcome> send(String id, Request request) {
    return commands
        .send(id, request, Duration.ofSeconds(5))
        .subscribeAsCompletionStage()
        .toCompletableFuture();
  }

  private String registered(Registration registration) {
    var id = fleet.newId();
    fleet.register(id, registration, null);
    return id;
  }

  @Test
  void TC_001_bootOfAKnownChargePointIsAccepted() throws ExecutionException {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id)) {
      // When
      var boot = chargePoint.boot().payload();

      // Then
      assertEquals("Accepted", boot.getString("status"));
      int interval = boot.getInteger("interval");
      assertTrue(interval >= 270 && interval <= 330, "around 300 s: " + interval);
      var time = boot.getString("currentTime");
      assertTrue(time.endsWith("Z"), time);
      assertTrue(Duration.between(Instant.parse(time), Instant.now()).abs().toSeconds() < 60, time);
      assertEquals(1, transactions.eventsOf(id, ChargePointEvent.Booted.class).size());
      assertEquals(1, transactions.eventsOf(id, ChargePointEvent.Connected.class).size());
    }
  }

  @Test
  void aNulInWhatAChargePointSaysOfItselfIsNotKept() throws ExecutionException {
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id)) {
      assertEquals("Accepted", chargePoint.boot("A\0B", "M").payload().getString("status"));
    }
  }

  @Test
  void whatAChargePointSaysOfItselfIsKept() throws ExecutionException {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id)) {
      // When
      chargePoint.ask(
          "BootNotification",
          new JsonObject()
              .put("chargePointVendor", "Delta")
              .put("chargePointModel", "AC MAX")
              .put("chargePointSerialNumber", "S-1")
              .put("firmwareVersion", "1.26.38")
              .put("imsi", "26201"));

      // Then
      var entry = Fleet.run(() -> store.get(id)).orElseThrow();
      var facts = entry.device().boot();
      assertNotEquals(null, facts);
      assertEquals("Delta", facts.vendor());
      assertEquals("S-1", facts.chargePointSerialNumber());
      assertEquals("1.26.38", facts.firmwareVersion());
      assertEquals("26201", facts.imsi());
    }
  }

  @Test
  void whilePendingOnlyRemoteStartAndStopAreForbidden() throws ExecutionException {
    // Given
    var id = registered(Registration.Pending);
    try (var chargePoint = fleet.connect(id).manual()) {
      assertEquals("Pending", chargePoint.boot().payload().getString("status"));

      // Then
      for (Request forbidden :
          new Request[] {
            new RemoteStartTransaction.Request(null, "TAG", null),
            new RemoteStopTransaction.Request(1)
          }) {
        var outcome = ChargePoint.get(send(id, forbidden));
        assertTrue(Refusal.ForbiddenInThisState.isIn(outcome), outcome.toString());
      }
      chargePoint.noCallFor(100);
      var configuration = send(id, new GetConfiguration.Request(null));
      var call = chargePoint.nextCall();
      chargePoint.result(call.id(), new JsonObject().put("configurationKey", new JsonArray()));
      assertEquals(Outcome.Answered, ChargePoint.get(configuration).outcome());
    }
  }

  @Test
  void whilePendingOnlyWhatWasTriggeredPasses() throws ExecutionException {
    // Given
    var id = registered(Registration.Pending);
    try (var chargePoint = fleet.connect(id)) {
      chargePoint.boot();
      assertEquals("SecurityError", chargePoint.heartbeat().errorCode());

      // When
      var trigger = send(id, new TriggerMessage.Request(RequestedMessage.Heartbeat, null));
      chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", "Accepted"));

      // Then
      assertEquals(Outcome.Answered, ChargePoint.get(trigger).outcome());
      assertEquals(3, chargePoint.heartbeat().type());
      assertEquals(
          "SecurityError",
          chargePoint.ask("Authorize", new JsonObject().put("idTag", "T")).errorCode());
    }
  }

  @Test
  void aRejectedChargePointHearsNothingUntilItsNextBoot() throws ExecutionException {
    // Given
    var id = registered(Registration.Rejected);
    try (var chargePoint = fleet.connect(id)) {
      var boot = chargePoint.boot().payload();
      assertEquals("Rejected", boot.getString("status"));
      assertTrue(boot.getInteger("interval") > 0, "it may try again some time");

      // Then
      chargePoint.call("Heartbeat", new JsonObject());
      chargePoint.noAnswerFor(200);
      var outcome = ChargePoint.get(send(id, new GetConfiguration.Request(null)));
      assertTrue(Refusal.ForbiddenInThisState.isIn(outcome), outcome.toString());
      chargePoint.noCallFor(100);

      // When
      fleet.register(id, Registration.Accepted, null);

      // Then
      chargePoint.noCallFor(200);
      assertEquals("Accepted", chargePoint.boot().payload().getString("status"));
      assertEquals(3, chargePoint.heartbeat().type());
    }
  }

  @Test
  void aNewChargePointHearsSecurityErrorBeforeItsBoot() throws ExecutionException {
    try (var chargePoint = fleet.connect(registered(Registration.Accepted))) {
      assertEquals("SecurityError", chargePoint.heartbeat().errorCode());
      assertEquals("Accepted", chargePoint.boot().payload().getString("status"));
      assertEquals(3, chargePoint.heartbeat().type());
    }
  }

  @Test
  void aBootWithASerialNumberOverItsLengthIsAcceptedAllTheSame() throws ExecutionException {
    try (var chargePoint = fleet.connect(registered(Registration.Accepted))) {
      var boot =
          chargePoint.ask(
              "BootNotification",
              new JsonObject()
                  .put("chargePointVendor", "V".repeat(40))
                  .put("chargePointModel", "M")
                  .put("chargePointSerialNumber", "S".repeat(80)));

      assertEquals("Accepted", boot.payload().getString("status"));
    }
  }

  @Test
  void theOperatorsWordTakesEffectOnTheLiveSocket() throws ExecutionException {
    // Given
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      // When
      fleet.register(id, Registration.Pending, null);

      // Then
      assertEquals("SecurityError", chargePoint.heartbeat().errorCode());

      // When
      fleet.register(id, Registration.Accepted, null);

      // Then
      var trigger = chargePoint.nextCall();
      assertEquals("TriggerMessage", trigger.action());
      assertEquals("BootNotification", trigger.payload().getString("requestedMessage"));
      chargePoint.result(trigger.id(), new JsonObject().put("status", "Accepted"));
      assertEquals("Accepted", chargePoint.boot().payload().getString("status"));
      assertEquals(3, chargePoint.heartbeat().type());
    }
  }

  @Test
  void aDeletedChargePointIsCutOff() throws ExecutionException {
    var id = fleet.newId();
    var chargePoint = fleet.accepted(id);

    fleet.delete(id);

    assertEquals(1008, chargePoint.closeCode());
  }

  @Test
  void aBootIsToldAgainWhenItIsRepeated() throws ExecutionException {
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      chargePoint.boot();

      assertEquals(2, transactions.eventsOf(id, ChargePointEvent.Booted.class).size());
      chargePoint.noCallFor(200);
    }
  }

  @Test
  void aBootThatCannotBeStoredIsNotAcceptedAndItsRepeatIs() throws Exception {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id)) {
      try (var connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
          lock.execute("lock table fleet.charge_point in access exclusive mode");
        }

        // When
        var boot = chargePoint.boot();

        // Then
        assertEquals("InternalError", boot.errorCode());
        connection.rollback();
      }
      assertEquals("Accepted", chargePoint.boot().payload().getString("status"));
    }
  }
}
