package io.evenkeel.journeys;

import static io.evenkeel.journeys.Site.chargePoint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.charging.Car;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Charging sessions from the plug to the account (sections C, D and E). */
@Journey
class SessionIT {

  @Test
  @Tag("distributed")
  void tc003_aCarIsPluggedInAuthorisedChargedAndAccountedFor(Network network, Api api) {
    // Given
    api.idTag("JOURNEY-1");
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-1")) {
      // When
      Await.answer(station.plugIn(1, Car.of(3, 16, 20_000)));
      var verdict = Await.answer(station.swipe(1, "JOURNEY-1"));
      Await.answer(station.awaitState(1, state -> state.transactionId() != null));
      int transaction = transactionOf(station);
      station.sendMeterValues(1);
      Await.answer(station.awaitDelivered());
      JsonPath running = api.get("/api/transactions/{id}", transaction).jsonPath();
      Await.answer(station.stopTransaction(1, StopTransaction.Reason.Local, "JOURNEY-1"));
      Await.answer(station.awaitDelivered());

      // Then
      assertEquals(AuthorizationStatus.Accepted, verdict);
      assertEquals("open", running.getString("state"), running.prettify());
      JsonPath ended = api.get("/api/transactions/{id}", transaction).jsonPath();
      assertEquals("ended", ended.getString("state"), ended.prettify());
      assertEquals("JOURNEY-1", ended.getString("idTag"));
      assertEquals("Local", ended.getString("stopReason"), ended.prettify());
      JsonPath values = api.get("/api/transactions/{id}/meter-values", transaction).jsonPath();
      assertTrue(values.getInt("total") > 0, "meter values are stored: " + values.prettify());
    }
  }

  @Test
  void tc023_unknownAndBlockedTagsAreNotLetIn(Network network, Api api) {
    // Given
    api.put("/api/id-tags/{idTag}", Map.of("status", "Blocked"), "JOURNEY-BLOCKED");
    api.put(
        "/api/id-tags/{idTag}",
        Map.of("status", "Accepted", "expiryDate", "2020-01-01T00:00:00Z"),
        "JOURNEY-EXPIRED");
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-2")) {
      // When, Then
      assertEquals(AuthorizationStatus.Invalid, status(station, "NOBODY-KNOWS"));
      assertEquals(AuthorizationStatus.Blocked, status(station, "JOURNEY-BLOCKED"));
      assertEquals(AuthorizationStatus.Expired, status(station, "JOURNEY-EXPIRED"));
    }
  }

  @Test
  @Tag("distributed")
  void tc007_aTagThatIsBlockedIsRefusedAtOnce(Network network, Api api) {
    // Given
    api.idTag("JOURNEY-TURNS");
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-3")) {
      AuthorizationStatus before = status(station, "JOURNEY-TURNS");

      // When
      api.put("/api/id-tags/{idTag}", Map.of("status", "Blocked"), "JOURNEY-TURNS");

      // Then
      assertEquals(AuthorizationStatus.Accepted, before);
      Await.until(
          "the blocked tag is refused",
          () -> status(station, "journey-turns") == AuthorizationStatus.Blocked);
    }
  }

  @Test
  @Tag("distributed")
  void tc010_aRemoteStartBecomesATransactionAndTc012ARemoteStopEndsIt(Network network, Api api) {
    // Given
    api.idTag("JOURNEY-REMOTE");
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-4")) {
      Await.answer(station.plugIn(1, Car.typical()));

      // When
      var start =
          api.command(
              "SESSION-4",
              "RemoteStartTransaction",
              Map.of("connectorId", 1, "idTag", "JOURNEY-REMOTE"));
      Await.answer(station.awaitCommand(RemoteStartTransaction.Request.class));
      Await.answer(station.awaitState(1, state -> state.transactionId() != null));
      int transaction = transactionOf(station);
      var stop =
          api.command("SESSION-4", "RemoteStopTransaction", Map.of("transactionId", transaction));
      Await.answer(station.awaitState(1, state -> !state.inTransaction()));
      Await.answer(station.awaitDelivered());

      // Then
      assertEquals("Accepted", start.path("response.status"), start.asString());
      assertEquals("Accepted", stop.path("response.status"), stop.asString());
      JsonPath ended = api.get("/api/transactions/{id}", transaction).jsonPath();
      assertEquals("Remote", ended.getString("stopReason"), ended.prettify());
    }
  }

  @Test
  void tc028_stoppingAnUnknownTransactionIsRejectedByTheChargePointAndSaidSo(
      Network network, Api api) {
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-5")) {
      // When
      var stop =
          api.command(station.id(), "RemoteStopTransaction", Map.of("transactionId", 987654));

      // Then
      assertEquals(200, stop.statusCode(), stop.asString());
      assertEquals("Rejected", stop.path("response.status"), stop.asString());
    }
  }

  @Test
  void tc037_aSessionThatHappenedOfflineIsToldLaterAndStoredAtItsOwnTime(Network network, Api api) {
    // Given
    api.idTag("JOURNEY-OFFLINE");
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-6")) {
      Await.answer(station.disconnect());

      // When
      var start = station.startTransaction(1, "JOURNEY-OFFLINE");
      var stop = station.stopTransaction(1, StopTransaction.Reason.Local);
      Await.answer(station.reconnect());

      // Then
      StartTransaction.Response started = Await.answer(start);
      Await.answer(stop);
      JsonPath ended = api.get("/api/transactions/{id}", started.transactionId()).jsonPath();
      assertEquals("ended", ended.getString("state"), ended.prettify());
    }
  }

  @Test
  void tc004_aFaultIsShownAndTheConnectorComesBack(Network network, Api api) {
    try (VirtualChargePoint station = chargePoint(network, api, "SESSION-7")) {
      // When
      Await.answer(station.fault(1, io.evenkeel.ocpp.type.ChargePointErrorCode.GroundFailure));
      Await.answer(station.awaitStatus(1, ChargePointStatus.Faulted));

      // Then
      Await.until("the fault is shown", () -> connectorStatus(api, "SESSION-7").equals("Faulted"));
      Await.answer(station.fault(1, io.evenkeel.ocpp.type.ChargePointErrorCode.NoError));
      Await.until("it is over", () -> connectorStatus(api, "SESSION-7").equals("Available"));
    }
  }

  private static String connectorStatus(Api api, String chargePoint) {
    JsonPath page =
        api.request()
            .queryParam("chargePoint", chargePoint)
            .queryParam("connectorId", 1)
            .get("/api/connectors")
            .jsonPath();
    String found = page.getString("items.find { it.connectorId == 1 }.status");
    return found == null ? "" : found;
  }

  private static AuthorizationStatus status(VirtualChargePoint station, String idTag) {
    return Await.answer(station.authorize(idTag)).status();
  }

  private static int transactionOf(VirtualChargePoint station) {
    Integer id = station.connector(1).transactionId();
    if (id == null) {
      throw new AssertionError("no transaction id on " + station.connector(1));
    }
    return id;
  }
}
