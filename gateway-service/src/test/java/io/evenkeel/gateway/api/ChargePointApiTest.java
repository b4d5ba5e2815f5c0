package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.RegistryEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class ChargePointApiTest {

  @Inject Fleet fleet;
  @Inject TransactionServiceDouble transactions;
  @Inject GatewayDeadLetters deadLetters;

  private static ValidatableResponse put(String id, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/charge-points/{id}", id)
        .then();
  }

  private static ValidatableResponse get(String id) {
    return given().get("/api/charge-points/{id}", id).then();
  }

  @Test
  void anEmptyObjectRegistersAnAcceptedOneWithoutAPassword() {
    var id = fleet.newId();

    put(id, "{}")
        .statusCode(201)
        .body("id", equalTo(id))
        .body("registration", equalTo("Accepted"))
        .body("passwordSet", is(false))
        .body("connected", is(false));

    get(id).statusCode(200).body("registration", equalTo("Accepted"));
  }

  @Test
  void whatIsLeftOutStaysAsItIs() {
    var id = fleet.newId();
    put(id, "{\"password\":\"x\",\"note\":\"by the gate\"}").statusCode(201);

    put(id, "{\"registration\":\"Pending\"}")
        .statusCode(200)
        .body("registration", equalTo("Pending"))
        .body("passwordSet", is(true))
        .body("note", equalTo("by the gate"));
  }

  @Test
  void passwordsAreNeverReturned() {
    var id = fleet.newId();

    put(id, "{\"password\":\"hunter2\"}").statusCode(201).body(not(containsString("hunter2")));

    get(id).body(not(containsString("hunter2"))).body(not(containsString("pbkdf2")));
  }

  @Test
  void aPasswordMayBeGivenAsBytesAndRemoved() throws ExecutionException {
    // Given
    var id = fleet.newId();
    byte[] password = {(byte) 0xff, 0x3a, 0x00, 0x41};
    put(id, "{\"passwordHex\":\"ff3a0041\"}").statusCode(201).body("passwordSet", is(true));
    ChargePoint.connect(fleet.way(id).password(id, password)).close();

    // When
    given().delete("/api/charge-points/{id}/password", id).then().statusCode(204);

    // Then
    get(id).body("passwordSet", is(false));
    fleet.connect(id).close();
    given().delete("/api/charge-points/nobody/password").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"registration\":\"Maybe\"} | registration",
        "{\"password\":\"\"} | password",
        "{\"password\":7} | password",
        "{\"passwordHex\":\"zz\"} | passwordHex",
        "{\"password\":\"a\",\"passwordHex\":\"aa\"} | passwordHex",
        "{\"colour\":\"red\"} | colour",
        "{\"note\":\"a\\u0000b\"} | note",
      })
  void aBadFieldIsNamed(String body, String field) {
    put(fleet.newId(), body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].in", equalTo("body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no json", "[]", "{}{}", "\"text\""})
  void whatIsNoObjectIsRefused(String body) {
    put(fleet.newId(), body).statusCode(400);
  }

  @Test
  void idsMayBeAnything() {
    var id = fleet.newId() + "/é +%";

    put(id, "{}").statusCode(201).body("id", equalTo(id));

    get(id).statusCode(200).body("id", equalTo(id));
    put("x".repeat(256), "{}").statusCode(400).body("violations[0].field", equalTo("id"));
  }

  @Test
  void theUnknownIsNotFound() {
    get("nobody").statusCode(404).contentType("application/problem+json");
    given().delete("/api/charge-points/nobody").then().statusCode(404);
    given().get("/api/charge-points/nobody/capabilities").then().statusCode(404);
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .put("/api/charge-points/nobody/capabilities")
        .then()
        .statusCode(404);
  }

  @Test
  void aConnectedChargePointShowsWhatItIs() throws ExecutionException {
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      get(id)
          .body("connected", is(true))
          .body("node", is(0))
          .body("vendor", equalTo("TestVendor"))
          .body("model", equalTo("TestModel"))
          .body("bootedAt", notNullValue())
          .body("acceptedAt", notNullValue())
          .body("lastSeen", notNullValue());
      chargePoint.heartbeat();
    }
    Await.until(
        "shown as disconnected",
        () -> !given().get("/api/charge-points/{id}", id).jsonPath().getBoolean("connected"));
    get(id).body("node", nullValue());
    Await.until(
        "the last sight of it is kept",
        () -> given().get("/api/charge-points/{id}", id).jsonPath().get("lastSeen") != null);
  }

  @Test
  void deletingCutsOffAndForgets() throws ExecutionException {
    var id = fleet.newId();
    var chargePoint = fleet.accepted(id);

    given().delete("/api/charge-points/{id}", id).then().statusCode(204);

    assertEquals(1008, chargePoint.closeCode());
    get(id).statusCode(404);
    given().delete("/api/charge-points/{id}", id).then().statusCode(404);
  }

  @Test
  void theListIsPagedAndFiltered() throws ExecutionException {
    // Given
    var mark = "list" + fleet.newId();
    for (int i = 0; i < 5; i++) {
      put(mark + "-" + i, "{\"registration\":\"%s\"}".formatted(i < 2 ? "Pending" : "Accepted"))
          .statusCode(201);
    }
    try (var chargePoint = fleet.connect(mark + "-4")) {
      chargePoint.boot("Acme_100%", "Model!X");
      Await.until(
          "connected",
          () ->
              given()
                      .queryParam("text", mark)
                      .queryParam("connected", true)
                      .get("/api/charge-points")
                      .jsonPath()
                      .getInt("total")
                  == 1);

      // Then
      list("text", mark, "size", "2")
          .body("total", is(5))
          .body("page", is(0))
          .body("size", is(2))
          .body("items.id", equalTo(List.of(mark + "-0", mark + "-1")));
      list("text", mark, "size", "2", "page", "2").body("items", hasSize(1));
      list("text", mark, "registration", "Pending")
          .body("items.registration", everyItem(equalTo("Pending")))
          .body("total", is(2));
      list("text", mark, "connected", "true").body("items.id", equalTo(List.of(mark + "-4")));
      list("text", mark, "connected", "false").body("total", is(4));
      list("vendor", "acme_100%", "model", "MODEL!x").body("items.id", hasItem(mark + "-4"));
      list("text", "me_100%").body("items.id", hasItem(mark + "-4"));
      list("text", "mex100").body("total", is(0));
    }
  }

  private static ValidatableResponse list(String... parameters) {
    var request = given();
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get("/api/charge-points").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "page,-1",
    "page,x",
    "size,0",
    "size,1001",
    "connected,perhaps",
    "registration,accepted"
  })
  void aBadParameterIsNamed(String name, String value) {
    given()
        .queryParam(name, value)
        .get("/api/charge-points")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo(name))
        .body("violations[0].in", equalTo("query"));
  }

  // ---- dead letters

  @Test
  void deadLettersAreShown() {
    var event = new RegistryEvent.Changed("dead-" + fleet.newId());
    Fleet.run(() -> deadLetters.park("gateway.test", event, new IllegalStateException("why\0")));

    given()
        .get("/api/charge-points/dead-letters")
        .then()
        .statusCode(200)
        .body("total", greaterThanOrEqualTo(1))
        .body("items[0].reader", equalTo("gateway.test"))
        .body("items[0].key", equalTo(event.key()))
        .body("items[0].cause", containsString("why\uFFFD"))
        .body("items[0].parkedAt", startsWith("20"));
  }

  // ---- who may

  @Test
  @TestSecurity
  void withoutATokenNothingIsTold() {
    for (var path : new String[] {"", "/x", "/x/capabilities", "/x/commands", "/dead-letters"}) {
      given().get("/api/charge-points" + path).then().statusCode(401);
    }
    put("x", "{}").statusCode(401);
    given().delete("/api/charge-points/x").then().statusCode(401);
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void driversSeeNothing() {
    given().get("/api/charge-points").then().statusCode(403);
    put("x", "{}")
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", equalTo("This takes one of the roles admin, operator"));
  }

  @Test
  @TestSecurity(user = "manager", roles = "site-manager")
  void siteManagersReadAndDoNotWrite() {
    given().get("/api/charge-points").then().statusCode(200);
    given().get("/api/charge-points/nobody").then().statusCode(404);
    put("x", "{}").statusCode(403);
    given().delete("/api/charge-points/x").then().statusCode(403);
    given().get("/api/charge-points/dead-letters").then().statusCode(403);
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/charge-points/x/commands/ClearCache")
        .then()
        .statusCode(403);
  }
}
