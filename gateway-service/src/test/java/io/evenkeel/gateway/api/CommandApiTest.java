package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.commands.Housekeeping;
import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.store.CommandLogStore;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Direction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

  private static final Executor PEOPLE = Executors.newVirtualThreadPerTaskExecutor();

  private static final String HASH =
      """
      {"hashAlgorithm":"SHA256","issuerNameHash":"a","issuerKeyHash":"b","serialNumber":"1"}""";

  /** A valid payload and a valid answer for each command. */
  private static final Map<Action, List<String>> SAMPLES =
      Map.ofEntries(
          sample("CancelReservation", "{\"reservationId\":1}", "Accepted"),
          sample("CertificateSigned", "{\"certificateChain\":\"x\"}", "Rejected"),
          sample("ChangeAvailability", "{\"connectorId\":0,\"type\":\"Inoperative\"}", "Scheduled"),
          sample(
              "ChangeConfiguration", "{\"key\":\"BlinkRepeat\",\"value\":\"3\"}", "RebootRequired"),
          sample("ClearCache", "{}", "Rejected"),
          sample("ClearChargingProfile", "{\"id\":3}", "Unknown"),
          sample("DataTransfer", "{\"vendorId\":\"v\",\"data\":\"d\"}", "UnknownVendorId"),
          sample("DeleteCertificate", "{\"certificateHashData\":" + HASH + "}", "NotFound"),
          sample(
              "ExtendedTriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}", "NotImplemented"),
          sample("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":60}", "Rejected"),
          raw("GetConfiguration", "{\"key\":[\"a\"]}", "{\"unknownKey\":[\"a\"]}"),
          raw(
              "GetDiagnostics",
              "{\"location\":\"ftp://u:secret@h/p\"}",
              "{\"fileName\":\"diag.zip\"}"),
          sample(
              "GetInstalledCertificateIds",
              "{\"certificateType\":\"CentralSystemRootCertificate\"}",
              "NotFound"),
          raw("GetLocalListVersion", "{}", "{\"listVersion\":-1}"),
          sample(
              "GetLog",
              "{\"log\":{\"remoteLocation\":\"ftp://h\"},\"logType\":\"SecurityLog\",\"requestId\":1}",
              "AcceptedCanceled"),
          sample(
              "InstallCertificate",
              "{\"certificateType\":\"ManufacturerRootCertificate\",\"certificate\":\"x\"}",
              "Failed"),
          sample("RemoteStartTransaction", "{\"idTag\":\"TAG\",\"connectorId\":1}", "Rejected"),
          sample("RemoteStopTransaction", "{\"transactionId\":99}", "Rejected"),
          sample(
              "ReserveNow",
              """
              {"connectorId":1,"expiryDate":"2026-01-01T00:00:00Z","idTag":"T","reservationId":1}""",
              "Occupied"),
          sample("Reset", "{\"type\":\"Soft\"}", "Accepted"),
          sample("SendLocalList", "{\"listVersion\":1,\"updateType\":\"Full\"}", "VersionMismatch"),
          sample(
              "SetChargingProfile",
              """
              {"connectorId":1,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,
               "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
               "chargingSchedule":{"chargingRateUnit":"A",
                 "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.0}]}}}""",
              "NotSupported"),
          sample(
              "SignedUpdateFirmware",
              """
              {"requestId":1,"firmware":{"location":"ftp://h","retrieveDateTime":
               "2026-01-01T00:00:00Z","signingCertificate":"c","signature":"s"}}""",
              "RevokedCertificate"),
          sample("TriggerMessage", "{\"requestedMessage\":\"MeterValues\"}", "NotImplemented"),
          sample("UnlockConnector", "{\"connectorId\":1}", "UnlockFailed"),
          raw(
              "UpdateFirmware",
              "{\"location\":\"ftp://h\",\"retrieveDate\":\"2026-01-01T00:00:00Z\"}",
              "{}"));

  private static Map.Entry<Action, List<String>> sample(String action, String body, String status) {
    return raw(action, body, "{\"status\":\"" + status + "\"}");
  }

  private static Map.Entry<Action, List<String>> raw(String action, String body, String answer) {
    return Map.entry(Action.of(action).orElseThrow(), List.of(body, answer));
  }

  static List<Action> commands() {
    return Arrays.stream(Action.values())
        .filter(action -> action.direction() != Direction.FROM_CHARGE_POINT)
        .toList();
  }

  @Inject Fleet fleet;
  @Inject CommandLogStore store;
  @Inject Housekeeping housekeeping;

  private String id = "";
  private ChargePoint chargePoint;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id).manual();
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  private static ValidatableResponse post(String id, String action, String query, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/charge-points/{id}/commands/" + action + query, id)
        .then();
  }

  private CompletableFuture<ValidatableResponse> posting(String action, String query, String body) {
    return CompletableFuture.supplyAsync(() -> post(id, action, query, body), PEOPLE);
  }

  // ---- all commands

  @ParameterizedTest
  @MethodSource("commands")
  void TC_013_to_TC_081_everyCommandReachesTheChargePointAndItsAnswerIsShown(Action action)
      throws ExecutionException {
    // Given
    var sample = SAMPLES.get(action);
    var answer = new JsonObject(sample.get(1));

    // When
    var response = posting(action.wire(), "?timeout=10", sample.get(0));
    var call = chargePoint.nextCall();
    chargePoint.result(call.id(), answer);

    // Then
    assertEquals(action.wire(), call.action());
    assertEquals(plain(new JsonObject(sample.get(0))), plain(call.payload()));
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
    var response = posting("UnlockConnector", "", "{\"connectorId\":9}");
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
    post(away, "SetChargingProfile", "", SAMPLES.get(Action.SetChargingProfile).get(0))
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
    post(id, "ClearCache", "?timeout=1", "{}")
        .statusCode(504)
        .body("outcome", equalTo("TimedOut"))
        .body("sentAt", notNullValue());
  }

  @Test
  void aCommandThatWaitsTooLongIs504AndNeverSent() throws ExecutionException {
    var blocker = posting("ClearCache", "?timeout=4", "{}");
    var call = chargePoint.nextCall();

    post(id, "Reset", "?timeout=1", "{\"type\":\"Hard\"}")
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
    waiting.add(posting("ClearCache", "?timeout=8", "{}"));
    var first = chargePoint.nextCall();
    for (int i = 0; i < 2; i++) {
      waiting.add(posting("ClearCache", "?timeout=8", "{}"));
    }
    Await.until("two wait", () -> log("?size=10").jsonPath().getInt("total") >= 3);

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

  private Response log(String query) {
    return given().get("/api/charge-points/{id}/commands" + query, id);
  }

  // ---- what is refused before it is sent

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Reset | {} | type",
        "Reset | {\"type\":\"Warm\"} | type",
        "Reset | {\"type\":\"Hard\",\"why\":1} | why",
        "ChangeAvailability | {\"connectorId\":\"x\",\"type\":\"Operative\"} | connectorId",
        "RemoteStartTransaction | {\"idTag\":\"123456789012345678901\"} | idTag",
        "ReserveNow | {\"connectorId\":1,\"expiryDate\":\"soon\",\"idTag\":\"T\",\"reservationId\":1} | expiryDate",
      })
  void aPayloadThatIsNoOcppNamesTheField(String action, String body, String field) {
    post(id, action, "", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field));
    chargePoint.noCallFor(50);
  }

  @Test
  void TC_059_aRemoteStartWithAnotherProfileIsRefused() {
    post(
            id,
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
    post("nobody", "ClearCache", "", "{}").statusCode(404);
    post(id, "Heartbeat", "", "{}").statusCode(404);
    post(id, "clearcache", "", "{}").statusCode(404);
    given().get("/api/charge-points/nobody/commands").then().statusCode(404);
    given().get("/api/charge-points/{id}/commands/unheard-of", id).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"timeout,0", "timeout,301", "timeout,soon", "wait,maybe"})
  void aBadParameterIsNamed(String name, String value) {
    post(id, "ClearCache", "?" + name + "=" + value, "{}")
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

      post(other, "RemoteStartTransaction", "", "{\"idTag\":\"T\"}")
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
    post(id, "Reset", "", "{\"type\":\"Hard\"}").statusCode(401);
    chargePoint.noCallFor(50);
  }

  @Test
  @TestSecurity(user = "dora", roles = "driver")
  void driversSendNoCommands() {
    post(id, "Reset", "", "{\"type\":\"Hard\"}").statusCode(403);
    given().get("/api/charge-points/{id}/commands", id).then().statusCode(403);
  }

  // ---- without waiting, and the log

  @Test
  void withoutWaitingTheAddressOfTheLogIsGiven() {
    // When
    var accepted =
        post(id, "Reset", "?wait=false", "{\"type\":\"Soft\"}")
            .statusCode(202)
            .body("state", equalTo("Queued"))
            .extract();
    var address = URI.create(accepted.header("Location")).getRawPath();
    var call = chargePoint.nextCall();

    // Then
    Await.until("sent", () -> state(address).equals("Sent"));
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    Await.until("answered", () -> state(address).equals("Answered"));
    given()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(200)
        .body("commandId", equalTo(call.id()))
        .body("requestedBy", equalTo("olga"))
        .body("request.type", equalTo("Soft"))
        .body("response.status", equalTo("Accepted"))
        .body("createdAt", notNullValue())
        .body("sentAt", notNullValue())
        .body("answeredAt", notNullValue());
  }

  private static String state(String address) {
    return given().urlEncodingEnabled(false).get(address).jsonPath().getString("state");
  }

  @Test
  void theLogIsPagedNewestFirst() throws ExecutionException {
    for (int i = 0; i < 3; i++) {
      var response = posting("UnlockConnector", "", "{\"connectorId\":" + i + "}");
      chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", "Unlocked"));
      ChargePoint.get(response).statusCode(200);
    }

    // one more is the gateway's own question after the boot
    log("?size=2")
        .then()
        .statusCode(200)
        .body("total", is(4))
        .body("items", hasSize(2))
        .body("items[0].request.connectorId", is(2))
        .body("items[1].request.connectorId", is(1));
    log("?size=2&page=1")
        .then()
        .body("items[1].action", equalTo("GetConfiguration"))
        .body("items[1].requestedBy", equalTo("gateway"));
  }

  @Test
  void secretsAreInNoLogAndNoAnswer() throws ExecutionException {
    // When
    var change =
        posting("ChangeConfiguration", "", "{\"key\":\"AuthorizationKey\",\"value\":\"0a1b2c\"}");
    var call = chargePoint.nextCall();
    assertEquals("0a1b2c", call.payload().getString("value"), "the charge point gets it");
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    ChargePoint.get(change).statusCode(200);
    var read = posting("GetConfiguration", "", "{\"key\":[\"AuthorizationKey\"]}");
    chargePoint.result(
        chargePoint.nextCall().id(),
        new JsonObject()
            .put(
                "configurationKey",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("key", "AuthorizationKey")
                            .put("readonly", false)
                            .put("value", "0a1b2c"))));

    // Then
    ChargePoint.get(read).statusCode(200).body(not(containsString("0a1b2c")));
    Await.until(
        "both are logged as answered",
        () -> log("").jsonPath().getList("items.state").stream().allMatch("Answered"::equals));
    log("").then().body(not(containsString("0a1b2c"))).body(containsString("***"));
  }

  @Test
  void TC_019_manyKeysAreAskedForInPartsAndShownAsOne() throws ExecutionException {
    // Given
    given()
        .contentType(ContentType.JSON)
        .body("{\"getConfigurationMaxKeys\":2}")
        .put("/api/charge-points/{id}/capabilities", id)
        .then()
        .statusCode(200);

    // When
    var response = posting("GetConfiguration", "", "{\"key\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}");
    for (int part = 0; part < 3; part++) {
      var call = chargePoint.nextCall();
      var keys = call.payload().getJsonArray("key");
      assertTrue(keys.size() <= 2, "at most two at once");
      chargePoint.result(call.id(), new JsonObject().put("unknownKey", keys));
    }

    // Then
    ChargePoint.get(response)
        .statusCode(200)
        .body("outcome", equalTo("Answered"))
        .body("response.unknownKey", equalTo(List.of("a", "b", "c", "d", "e")));
  }

  @Test
  void whenOnePartFailsTheWholeDoes() throws ExecutionException {
    given()
        .contentType(ContentType.JSON)
        .body("{\"getConfigurationMaxKeys\":1}")
        .put("/api/charge-points/{id}/capabilities", id);

    var response = posting("GetConfiguration", "", "{\"key\":[\"a\",\"b\",\"c\"]}");
    chargePoint.result(
        chargePoint.nextCall().id(), new JsonObject().put("unknownKey", new JsonArray().add("a")));
    chargePoint.error(chargePoint.nextCall().id(), "InternalError", "");

    ChargePoint.get(response).statusCode(502).body("error.code", equalTo("InternalError"));
    chargePoint.noCallFor(200);
  }

  @Test
  void oldLinesAreForgotten() {
    // Given
    var longAgo = Instant.now().minus(Duration.ofDays(31));
    var old =
        new CommandEntry(
            "old-" + id,
            id,
            "ClearCache",
            "{}",
            null,
            CommandState.Answered,
            null,
            null,
            null,
            longAgo,
            longAgo,
            null,
            null);
    Fleet.run(() -> store.write(List.of(old)));
    assertTrue(Fleet.run(() -> store.get(id, "old-" + id)).isPresent(), "it was there");

    // When
    Fleet.run(housekeeping::purge);

    // Then
    assertTrue(Fleet.run(() -> store.get(id, "old-" + id)).isEmpty(), "it is gone");
    log("").then().body("total", is(1));
  }

  @Test
  void twoNodesWriteTheSameLineInAnyOrder() {
    var now = Instant.now();
    var queued =
        new CommandEntry(
            "line-" + id,
            id,
            "ClearCache",
            "{}",
            "olga",
            CommandState.Queued,
            null,
            null,
            null,
            now,
            now.plusSeconds(30),
            null,
            null);
    var answered =
        new CommandEntry(
            "line-" + id,
            id,
            "ClearCache",
            "{}",
            null,
            CommandState.Answered,
            "{\"status\":\"Accepted\"}",
            null,
            null,
            now,
            now.plusSeconds(30),
            now,
            now);
    var lines = List.of(answered, queued.sent(now), queued, answered);

    IntStream.range(0, 4).forEach(i -> Fleet.run(() -> store.write(lines.subList(i, i + 1))));

    var line = Fleet.run(() -> store.get(id, "line-" + id)).orElseThrow();
    assertEquals(CommandState.Answered, line.state());
    assertEquals("olga", line.requestedBy());
    assertEquals("{\"status\":\"Accepted\"}", line.response());
  }
}
