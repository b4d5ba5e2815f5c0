package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.store.ChargePointStore;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.ChargePointEvent.CapabilitiesKnown;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What a charge point stands is asked of itself. */
@QuarkusTest
class CapabilityLearningTest {

  @Inject Fleet fleet;
  @Inject Registry registry;
  @Inject ChargePointStore store;
  @Inject TransactionServiceDouble transactions;

  private String registered(Registration registration) {
    var id = fleet.newId();
    fleet.register(id, registration, null);
    return id;
  }

  @Test
  void afterItsFirstAcceptedBootAChargePointIsAskedWhatItStands() throws ExecutionException {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id).manual()) {
      chargePoint.boot("Delta", "AC MAX");

      // When
      var call = chargePoint.nextCall();
      assertEquals("GetConfiguration", call.action());
      chargePoint.result(
          call.id(),
          new JsonObject()
              .put(
                  "configurationKey",
                  new JsonArray()
                      .add(key("NumberOfConnectors", "2"))
                      .add(key("ChargingScheduleMaxPeriods", "20"))
                      .add(key("ChargingScheduleAllowedChargingRateUnit", "Current,Power"))));

      // Then
      Await.until("told", () -> transactions.eventsOf(id, CapabilitiesKnown.class).size() == 1);
      var known = transactions.eventsOf(id, CapabilitiesKnown.class).getFirst().capabilities();
      assertEquals(2, known.connectors());
      assertEquals(10, known.maxSchedulePeriods(), "the table of known models knows better");
      assertEquals(2, known.rateUnits().size());
    }
    // and then not again
    try (var again = fleet.connect(id).manual()) {
      again.boot("Delta", "AC MAX");
      again.noCallFor(200);
      Await.until(
          "the next connection tells what it stands",
          () ->
              transactions
                      .eventsOf(id, ChargePointEvent.Connected.class)
                      .getLast()
                      .capabilities()
                      .maxSchedulePeriods()
                  == 10);
    }
  }

  private static JsonObject key(String key, String value) {
    return new JsonObject().put("key", key).put("readonly", true).put("value", value);
  }

  @Test
  void aChargePointThatOnlyAnswersToNamesIsAskedByName() throws ExecutionException {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id).manual()) {
      chargePoint.boot();

      // When
      chargePoint.error(chargePoint.nextCall().id(), "FormationViolation", "no keys");
      var named = chargePoint.nextCall();

      // Then
      assertTrue(named.payload().getJsonArray("key").contains("NumberOfConnectors"), "by name");
      chargePoint.result(
          named.id(),
          new JsonObject()
              .put("configurationKey", new JsonArray().add(key("NumberOfConnectors", "3"))));
      Await.until(
          "learned",
          () ->
              registry
                  .registered(id)
                  .join()
                  .filter(device -> Integer.valueOf(3).equals(device.declared().connectors()))
                  .isPresent());
    }
  }

  @Test
  void aChargePointWithoutConfigurationIsNotAskedAgain() throws ExecutionException {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id).manual()) {
      chargePoint.boot();

      // When
      chargePoint.error(chargePoint.nextCall().id(), "NotSupported", "");
      chargePoint.error(chargePoint.nextCall().id(), "NotSupported", "");

      // Then
      Await.until("told", () -> transactions.eventsOf(id, CapabilitiesKnown.class).size() == 1);
      chargePoint.boot();
      chargePoint.noCallFor(200);
    }
  }

  @Test
  void aChargePointThatDoesNotAnswerIsAskedAtItsNextBoot() throws ExecutionException {
    // Given
    var id = registered(Registration.Accepted);
    try (var chargePoint = fleet.connect(id).manual()) {
      chargePoint.boot();
      chargePoint.nextCall();
    }

    // When
    try (var again = fleet.connect(id).manual()) {
      again.boot();

      // Then
      assertEquals("GetConfiguration", again.nextCall().action());
    }
  }
}
