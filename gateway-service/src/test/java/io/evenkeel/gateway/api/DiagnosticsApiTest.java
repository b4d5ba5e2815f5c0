package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Uploader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diagnostics: asked for, uploaded for real, shown, downloaded, deleted. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class DiagnosticsApiTest {

  private static final byte[] FILE = "line 1\nline 2\n".getBytes(StandardCharsets.UTF_8);

  @Inject Fleet fleet;

  private String id = "";
  private ChargePoint chargePoint;
  private DiagnosticsClient diagnostics;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id).manual();
    diagnostics = new DiagnosticsClient(id, chargePoint);
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  @Test
  void TC_045_1_theFileIsReceivedAndShownWithWhatTheChargePointSays() throws ExecutionException {
    // Given
    var told = diagnostics.ask("diag-17.log");
    diagnostics
        .shown(told)
        .body("fileName", equalTo("diag-17.log"))
        .body("commandState", equalTo("Answered"))
        .body("requestedBy", equalTo("olga"))
        .body("uploadUntil", notNullValue())
        .body("status", nullValue())
        .body("file", nullValue());

    // When
    diagnostics.says("Uploading");
    diagnostics.shown(told).body("status", equalTo("Uploading")).body("statusAt", notNullValue());
    assertEquals(201, Uploader.put(told.location() + "diag-17.log", FILE));
    diagnostics.says("Uploaded");
    diagnostics.says("Idle");

    // Then
    diagnostics
        .list()
        .statusCode(200)
        .body("total", is(1))
        .body("items[0].id", is((int) told.n()))
        .body("items[0].status", equalTo("Uploaded"))
        .body("items[0].file.name", equalTo("diag-17.log"))
        .body("items[0].file.bytes", is(FILE.length))
        .body("items[0].file.node", is(0))
        .body("items[0].file.receivedAt", notNullValue())
        .body("items[0].uploadUntil", nullValue());
    var file =
        diagnostics
            .file(told)
            .statusCode(200)
            .contentType("application/octet-stream")
            .header("Content-Disposition", equalTo("attachment; filename=\"diag-17.log\""))
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .extract()
            .asByteArray();
    assertArrayEquals(FILE, file);
  }

  @Test
  void TC_045_2_aFailedUploadIsShown() throws ExecutionException {
    var told = diagnostics.ask("diag.log");

    diagnostics.says("Uploading");
    diagnostics.says("UploadFailed");

    diagnostics.shown(told).body("status", equalTo("UploadFailed")).body("file", nullValue());
    diagnostics.file(told).statusCode(404);
  }

  @Test
  void whatIsWantedIsPassedOn() throws ExecutionException {
    var response =
        CompletableFuture.supplyAsync(
            () ->
                diagnostics.post(
                    """
                    {"startTime":"2026-01-01T00:00:00Z","stopTime":"2026-01-02T00:00:00+01:00",
                     "retries":3,"retryInterval":60}"""));

    var call = chargePoint.nextCall();

    assertEquals("GetDiagnostics", call.action());
    assertEquals("2026-01-01T00:00:00.000Z", call.payload().getString("startTime"));
    assertEquals("2026-01-01T23:00:00.000Z", call.payload().getString("stopTime"));
    assertEquals(3, call.payload().getInteger("retries"));
    assertEquals(60, call.payload().getInteger("retryInterval"));
    chargePoint.result(call.id(), new JsonObject());
    ChargePoint.get(response).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"startTime\":\"soon\"} | startTime",
        "{\"startTime\":\"2026-01-02T00:00:00Z\",\"stopTime\":\"2026-01-01T00:00:00Z\"} | stopTime",
        "{\"retries\":-1} | retries",
        "{\"retryInterval\":\"x\"} | retryInterval",
        "{\"location\":\"ftp://elsewhere/\"} | location",
      })
  void aBadFieldIsNamed(String body, String field) {
    diagnostics.post(body).statusCode(400).body("violations[0].field", equalTo(field));
    chargePoint.noCallFor(50);
  }

  @Test
  void whoNeverGotTheAddressCannotUse() throws ExecutionException {
    chargePoint.close();
    Await.until("gone", () -> !fleet.isConnected(id));

    long n =
        diagnostics
            .post("{}")
            .statusCode(503)
            .body("outcome", equalTo("Offline"))
            .extract()
            .jsonPath()
            .getLong("diagnosticsId");

    diagnostics
        .shown(new DiagnosticsClient.Told(n, ""))
        .body("uploadUntil", nullValue())
        .body("commandState", equalTo("Offline"));
  }

  @Test
  void withoutWaitingTheAddressOfTheRequestIsGiven() {
    var accepted =
        given()
            .post("/api/charge-points/{id}/diagnostics?wait=false", id)
            .then()
            .statusCode(202)
            .body("id", notNullValue())
            .extract();
    var call = chargePoint.nextCall();
    chargePoint.result(call.id(), new JsonObject().put("fileName", "later.log"));

    var address = URI.create(accepted.header("Location")).getRawPath();
    Await.until(
        "named", () -> "later.log".equals(given().get(address).jsonPath().getString("fileName")));
  }

  @Test
  void TC_045_aStatusAfterAnUploadToSomebodyElseIsNotOurs() throws ExecutionException {
    // Given
    var told = diagnostics.ask("d.log");
    var response =
        new CommandClient(id)
            .posting("GetDiagnostics", "", "{\"location\":\"ftp://elsewhere.example/\"}");
    chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("fileName", "e.log"));
    ChargePoint.get(response).statusCode(200);
    Await.until(
        "answered",
        () ->
            new CommandClient(id)
                .log("")
                .jsonPath()
                .getString("items[0].state")
                .equals("Answered"));

    // When
    diagnostics.says("UploadFailed");

    // Then
    diagnostics.shown(told).body("status", nullValue());
  }

  @Test
  void whatIsDeletedIsGoneAndItsAddressToo() throws ExecutionException {
    var received = diagnostics.ask("a.log");
    assertEquals(201, Uploader.put(received.location(), FILE));
    var open = diagnostics.ask("b.log");

    for (var told : List.of(received, open)) {
      diagnostics.delete(told.n()).statusCode(204);
      diagnostics.delete(told.n()).statusCode(404);
    }

    diagnostics.list().body("total", is(0));
    assertEquals(404, Uploader.put(open.location(), FILE));
  }

  @Test
  void theUnknownIs404() throws ExecutionException {
    var told = diagnostics.ask("a.log");
    var other = fleet.registered();

    given().post("/api/charge-points/nobody/diagnostics").then().statusCode(404);
    given().get("/api/charge-points/nobody/diagnostics").then().statusCode(404);
    for (var n : new String[] {"0", "x", "..%2f1", "99999999999999999999"}) {
      given()
          .urlEncodingEnabled(false)
          .get("/api/charge-points/" + id + "/diagnostics/" + n)
          .then()
          .statusCode(404);
    }
    given().get("/api/charge-points/{id}/diagnostics/{n}", other, told.n()).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "mia", roles = "site-manager")
  void siteManagersSeeThatButNotWhat() {
    diagnostics.list().statusCode(200);
    diagnostics.get("1/file").statusCode(403);
    diagnostics.delete(1).statusCode(403);
    diagnostics.post("{}").statusCode(403);
  }

  @Test
  @TestSecurity(user = "dora", roles = "driver")
  void driversSeeNothing() {
    diagnostics.list().statusCode(403);
    diagnostics.get("1").statusCode(403);
  }

  @Test
  @TestSecurity
  void withoutATokenNothingIsShown() {
    for (var path : new String[] {"", "/1", "/1/file"}) {
      given().get("/api/charge-points/{id}/diagnostics" + path, id).then().statusCode(401);
    }
    diagnostics.post("{}").statusCode(401);
    assertTrue(chargePoint.isOpen());
    chargePoint.noCallFor(50);
  }
}
