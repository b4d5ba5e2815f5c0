package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.ocpp.Action;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands from people to charge points, item by item. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class CommandApiTest {

  @Inject Fleet fleet;

  private String id = "";
  private ChargePoint chargePoint;
  private CommandClient client;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id).manual();
    client = new CommandClient(id);
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  // ---- all commands

  @ParameterizedTest
  @MethodSource("io.evenkeel.gateway.api.CommandSamples#commands")
  void TC_013_to_TC_081_everyCommandReachesTheChargePointAndItsAnswerIsShown(Action action)
      throws ExecutionException {
    // Given
    var sample = CommandSamples.request(action);
    var answer = new JsonObject(CommandSamples.answer(action));

    // When
    var response = client.posting(action.wire(), "?timeout=10", sample);
    var call = chargePoint.nextCall();
    chargePoint.result(call.id(), answer);

    // Then
    assertEquals(action.wire(), call.action());
    assertEquals(plain(new JsonObject(sample)), plain(call.payload()));
    var shown =
        ChargePoint.get(response)
            .statusCode(200)
            .body("commandId", notNullValue())
            .body("chargePoint", equalTo(id))
            .body("action", equalTo(action.wire()))
            .body("outcome", equalTo("Answered"))
            .body("error", nullValue())
            .body("sentAt", notNullValue())
            .body("answeredAt", notNullValue())
            .extract();
    assertEquals(answer, new JsonObject(shown.body().asString()).getJsonObject("response"));
  }

  /** Times and decimals may be written in more than one way. */
  private static JsonObject plain(JsonObject json) {
    return new JsonObject(json.encode().replace(".000Z", "Z").replace("16.0", "16"));
  }

  @Test
  void aCallErrorIs502() throws ExecutionException {
    var response = client.posting("UnlockConnector", "", "{\"connectorId\":9}");
    chargePoint.error(chargePoint.nextCall().id(), "NotSupported", "no lock");

    ChargePoint.get(response)
        .statusCode(502)
        .contentType("application/problem+json")
        .body("outcome", equalTo("Refused"))
        .body("error.code", equalTo("NotSupported"))
        .body("error.description", equalTo("no lock"))
        .body("commandId", notNullValue())
        .body("chargePoint", equalTo(id))
        .body("action", equalTo("UnlockConnector"))
        .body("sentAt", notNullValue());
  }

  @Test
  void anOfflineChargePointIs503AndNothingIsSentLater() throws ExecutionException {
    // Given
    var away = fleet.newId();
    fleet.accepted(away).close();
    Await.until("gone", () -> !fleet.isConnected(away));

    // When
    new CommandClient(away)
        .post("SetChargingProfile", "", CommandSamples.request(Action.SetChargingProfile))
        .statusCode(503)
        .body("outcome", equalTo("Offline"))
        .body("sentAt", nullValue());

    // Then
    try (var back = fleet.connect(away)) {
      back.heartbeat();
      back.noCallFor(200);
    }
  }

  @Test
  void aSilentChargePointIs504() {
    client
        .post("ClearCache", "?timeout=1", "{}")
        .statusCode(504)
        .body("outcome", equalTo("TimedOut"))
        .body("sentAt", notNullValue());
  }

  @Test
  void aCommandThatWaitsTooLongIs504AndNeverSent() throws ExecutionException {
    var blocker = client.posting("ClearCache", "?timeout=4", "{}");
    var call = chargePoint.nextCall();

    client
        .post("Reset", "?timeout=1", "{\"type\":\"Hard\"}")
        .statusCode(504)
        .body("outcome", equalTo("Expired"))
        .body("sentAt", nullValue());

    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    ChargePoint.get(blocker).statusCode(200);
    chargePoint.noCallFor(200);
  }

  @Test
  void tooManyCommandsAtOnceAre503() throws ExecutionException {
    // Given
    var waiting = new ArrayList<CompletableFuture<ValidatableResponse>>();
    waiting.add(client.posting("ClearCache", "?timeout=8", "{}"));
    var first = chargePoint.nextCall();
    for (int i = 0; i < 2; i++) {
      waiting.add(client.posting("ClearCache", "?timeout=8", "{}"));
    }
    Await.until("two wait", () -> client.log("?size=10").jsonPath().getInt("total") >= 3);

    // When
    Await.until(
        "refused",
        () ->
            given()
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/charge-points/{id}/commands/ClearCache?timeout=1", id)
                    .statusCode()
                == 503);

    // Then
    chargePoint.result(first.id(), new JsonObject().put("status", "Accepted"));
    ChargePoint.get(waiting.getFirst()).statusCode(200);
  }

  // ---- what is refused before it is sent

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Reset | {} | type | is missing",
        "Reset | {\"type\":\"Warm\"} | type | is not one of Hard, Soft",
        "Reset | {\"type\":\"Hard\",\"why\":1} | why | is unknown",
        "Reset | { | body | is not JSON",
        "ChangeAvailability | {\"connectorId\":\"x\",\"type\":\"Operative\"} | connectorId | is not",
        "RemoteStartTransaction | {\"idTag\":\"123456789012345678901\"} | idTag | is",
        "ReserveNow | {\"connectorId\":1,\"expiryDate\":\"soon\",\"idTag\":\"T\",\"reservationId\":1} | expiryDate | is",
      })
  void aPayloadThatIsNoOcppNamesTheField(String action, String body, String field, String message) {
    client
        .post(action, "", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", startsWith(message));
    chargePoint.noCallFor(50);
  }

  @Test
  void TC_059_aRemoteStartWithAnotherProfileIsRefused() {
    client
        .post(
            "RemoteStartTransaction",
            "",
            """
            {"idTag":"T","chargingProfile":{"chargingProfileId":1,"stackLevel":0,
             "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
             "chargingSchedule":{"chargingRateUnit":"A",
               "chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}}}""")
        .statusCode(400)
        .body("violations[0].field", equalTo("chargingProfile.chargingProfilePurpose"));
  }

  @Test
  void theUnknownIs404() {
    new CommandClient("nobody").post("ClearCache", "", "{}").statusCode(404);
    client.post("Heartbeat", "", "{}").statusCode(404);
    client.post("clearcache", "", "{}").statusCode(404);
    given().get("/api/charge-points/nobody/commands").then().statusCode(404);
    given().get("/api/charge-points/{id}/commands/unheard-of", id).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"timeout,0", "timeout,301", "timeout,soon", "wait,maybe"})
  void aBadParameterIsNamed(String name, String value) {
    client
        .post("ClearCache", "?" + name + "=" + value, "{}")
        .statusCode(400)
        .body("violations[0].field", equalTo(name));
  }

  @ParameterizedTest
  @EnumSource(
      value = Registration.class,
      names = {"Pending", "Rejected"})
  void whatTheStateForbidsIs409(Registration registration) throws ExecutionException {
    var other = fleet.newId();
    fleet.register(other, registration, null);
    try (var pending = fleet.connect(other).manual()) {
      pending.boot();
      Await.until("known", () -> fleet.isConnected(other));

      new CommandClient(other)
          .post("RemoteStartTransaction", "", "{\"idTag\":\"T\"}")
          .statusCode(409)
          .contentType("application/problem+json")
          .body("outcome", equalTo("Refused"))
          .body("error.code", equalTo("ForbiddenInThisState"))
          .body("sentAt", nullValue());
      pending.noCallFor(50);
    }
  }

  @Test
  @TestSecurity
  void withoutATokenNothingIsSent() {
    client.post("Reset", "", "{\"type\":\"Hard\"}").statusCode(401);
    chargePoint.noCallFor(50);
  }

  @Test
  @TestSecurity(user = "dora", roles = "driver")
  void driversSendNoCommands() {
    client.post("Reset", "", "{\"type\":\"Hard\"}").statusCode(403);
    given().get("/api/charge-points/{id}/commands", id).then().statusCode(403);
  }
}
