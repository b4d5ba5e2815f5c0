package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.commands.Housekeeping;
import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.store.CommandLogStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that nobody waits for, the log of commands, secrets, and commands in parts. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class CommandLogApiTest {

  @Inject Fleet fleet;
  @Inject CommandLogStore store;
  @Inject Housekeeping housekeeping;

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

  // ---- without waiting, and the log

  @Test
  void withoutWaitingTheAddressOfTheLogIsGiven() {
    // When
    var accepted =
        client
            .post("Reset", "?wait=false", "{\"type\":\"Soft\"}")
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
      var response = client.posting("UnlockConnector", "", "{\"connectorId\":" + i + "}");
      chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", "Unlocked"));
      ChargePoint.get(response).statusCode(200);
    }

    // one more is the gateway's own question after the boot
    client
        .log("?size=2")
        .then()
        .statusCode(200)
        .body("total", is(4))
        .body("items", hasSize(2))
        .body("items[0].request.connectorId", is(2))
        .body("items[1].request.connectorId", is(1));
    client
        .log("?size=2&page=1")
        .then()
        .body("items[1].action", equalTo("GetConfiguration"))
        .body("items[1].requestedBy", equalTo("gateway"));
  }

  @Test
  void secretsAreInNoLogAndNoAnswer() throws ExecutionException {
    // When
    var change =
        client.posting(
            "ChangeConfiguration", "", "{\"key\":\"AuthorizationKey\",\"value\":\"0a1b2c\"}");
    var call = chargePoint.nextCall();
    assertEquals("0a1b2c", call.payload().getString("value"), "the charge point gets it");
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    ChargePoint.get(change).statusCode(200);
    var read = client.posting("GetConfiguration", "", "{\"key\":[\"AuthorizationKey\"]}");
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
        () ->
            client.log("").jsonPath().getList("items.state").stream().allMatch("Answered"::equals));
    client.log("").then().body(not(containsString("0a1b2c"))).body(containsString("***"));
  }

  @Test
  void TC_019_manyKeysAreAskedForInPartsAndShownAsOne() throws ExecutionException {
    // Given
    client.capabilities("{\"getConfigurationMaxKeys\":2}");

    // When
    var response =
        client.posting("GetConfiguration", "", "{\"key\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}");
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
    client.capabilities("{\"getConfigurationMaxKeys\":1}");

    var response = client.posting("GetConfiguration", "", "{\"key\":[\"a\",\"b\",\"c\"]}");
    chargePoint.result(
        chargePoint.nextCall().id(), new JsonObject().put("unknownKey", new JsonArray().add("a")));
    chargePoint.error(chargePoint.nextCall().id(), "InternalError", "");

    ChargePoint.get(response).statusCode(502).body("error.code", equalTo("InternalError"));
    chargePoint.noCallFor(200);
  }

  @Test
  void aNulInWhatAChargePointSaysIsNotKept() throws ExecutionException {
    var response = client.posting("ClearCache", "", "{}");

    chargePoint.error(chargePoint.nextCall().id(), "InternalError", "a\0b");

    ChargePoint.get(response).statusCode(502);
    Await.until(
        "kept", () -> client.log("").jsonPath().getString("items[0].error.description") != null);
    assertEquals("a\uFFFDb", client.log("").jsonPath().getString("items[0].error.description"));
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
            null,
            null);
    Fleet.run(() -> store.write(List.of(old)));
    assertTrue(Fleet.run(() -> store.get(id, "old-" + id)).isPresent(), "it was there");

    // When
    Fleet.run(housekeeping::purge);

    // Then
    assertTrue(Fleet.run(() -> store.get(id, "old-" + id)).isEmpty(), "it is gone");
    client.log("").then().body("total", is(1));
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
            now,
            null);
    var lines = List.of(answered, queued.sent(now), queued, answered);

    IntStream.range(0, 4).forEach(i -> Fleet.run(() -> store.write(lines.subList(i, i + 1))));

    var line = Fleet.run(() -> store.get(id, "line-" + id)).orElseThrow();
    assertEquals(CommandState.Answered, line.state());
    assertEquals("olga", line.requestedBy());
    assertEquals("{\"status\":\"Accepted\"}", line.response());
  }
}
