package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
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
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagnostics: asked for, uploaded for real, shown, downloaded, deleted. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class DiagnosticsApiTest {

  private static final byte[] FILE = "line 1\nline 2\n".getBytes(StandardCharsets.UTF_8);

  @Inject Fleet fleet;

  private String id = "";
  private ChargePoint chargePoint;

  /** What a charge point was told, and the request's number. */
  private record Told(long n, String location) {}

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id).manual();
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  private ValidatableResponse post(@Nullable String body) {
    var request = body == null ? given() : given().contentType(ContentType.JSON).body(body);
    return request.post("/api/charge-points/{id}/diagnostics", id).then();
  }

  private Told ask(@Nullable String fileName) throws ExecutionException {
    var response = CompletableFuture.supplyAsync(() -> post(null));
    var call = chargePoint.nextCall();
    chargePoint.result(call.id(), new JsonObject().put("fileName", fileName));
    long n =
        ChargePoint.get(response)
            .statusCode(200)
            .body("outcome", equalTo("Answered"))
            .body("action", equalTo("GetDiagnostics"))
            .body("diagnosticsId", notNullValue())
            .extract()
            .jsonPath()
            .getLong("diagnosticsId");
    return new Told(n, call.payload().getString("location"));
  }

  private void says(String status) {
    assertEquals(
        3,
        chargePoint
            .ask("DiagnosticsStatusNotification", new JsonObject().put("status", status))
            .type());
  }

  private ValidatableResponse shown(Told told) {
    return given()
        .get("/api/charge-points/{id}/diagnostics/{n}", id, told.n())
        .then()
        .statusCode(200);
  }

  private byte[] download(Told told) {
    return given()
        .get("/api/charge-points/{id}/diagnostics/{n}/file", id, told.n())
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  // ---- F76

  @Test
  void TC_045_1_theFileIsReceivedAndShownWithWhatTheChargePointSays() throws ExecutionException {
    // Given
    var told = ask("diag-17.log");
    shown(told)
        .body("fileName", equalTo("diag-17.log"))
        .body("commandState", equalTo("Answered"))
        .body("requestedBy", equalTo("olga"))
        .body("uploadUntil", notNullValue())
        .body("status", nullValue())
        .body("file", nullValue());

    // When
    says("Uploading");
    shown(told).body("status", equalTo("Uploading")).body("statusAt", notNullValue());
    assertEquals(201, Uploader.put(told.location() + "diag-17.log", FILE));
    says("Uploaded");
    says("Idle");

    // Then
    given()
        .get("/api/charge-points/{id}/diagnostics", id)
        .then()
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
        given()
            .get("/api/charge-points/{id}/diagnostics/{n}/file", id, told.n())
            .then()
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
    var told = ask("diag.log");

    says("Uploading");
    says("UploadFailed");

    shown(told).body("status", equalTo("UploadFailed")).body("file", nullValue());
    given()
        .get("/api/charge-points/{id}/diagnostics/{n}/file", id, told.n())
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsWantedIsPassedOn() throws ExecutionException {
    var response =
        CompletableFuture.supplyAsync(
            () ->
                post(
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
    post(body).statusCode(400).body("violations[0].field", equalTo(field));
    chargePoint.noCallFor(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d.log", "/d.log", "sub/d.log", "a%20b.log", "..%2f..%2fd.log"})
  void theNameMayBeAppendedToTheAddressOrNot(String appended) throws ExecutionException {
    var told = ask(null);

    assertEquals(201, Uploader.put(told.location() + appended, FILE));

    assertArrayEquals(FILE, download(told));
  }

  @Test
  void theLastSlashMayBeLeftOut() throws ExecutionException {
    var told = ask(null);
    var address = told.location();

    assertEquals(201, Uploader.put(address.substring(0, address.length() - 1), FILE));

    shown(told).body("file.name", equalTo("diagnostics"));
  }

  @Test
  void aFormIsTakenToo() throws ExecutionException {
    var told = ask(null);
    var large = "x".repeat(200_000);

    assertEquals(201, Uploader.form(told.location(), "C:\\logs\\my diag.txt", large));

    shown(told).body("file.name", equalTo("my_diag.txt")).body("file.bytes", is(200_000));
    assertEquals(large, new String(download(told), StandardCharsets.UTF_8));
  }

  @Test
  void ofNoLengthIsTakenToo() throws ExecutionException {
    var told = ask("d.bin");
    var bytes = new byte[299_999];
    new Random(7).nextBytes(bytes);

    assertEquals(201, Uploader.putInChunks(told.location(), bytes));

    assertArrayEquals(bytes, download(told));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "..\\..\\boot.ini, boot.ini",
    ".bashrc, bashrc",
    "a\"; b=\"c, a___b__c",
    "...., diagnostics"
  })
  void namesAreMadeHarmless(String announced, String shown) throws ExecutionException {
    var told = ask(announced);

    assertEquals(201, Uploader.put(told.location(), FILE));

    shown(told).body("file.name", equalTo(shown));
  }

  // ---- the address

  @Test
  void anAddressIsGoodForOneFile() throws ExecutionException {
    var told = ask("d.log");
    assertEquals(201, Uploader.put(told.location(), FILE));

    assertEquals(404, Uploader.put(told.location(), "other".getBytes(StandardCharsets.UTF_8)));
    assertEquals(404, Uploader.form(told.location(), "d.log", "other"));

    assertArrayEquals(FILE, download(told));
  }

  @Test
  void anAddressShowsNothingAndNoOtherLeadsAnywhere() throws ExecutionException {
    var told = ask("d.log");
    var address = told.location();
    var uploads = URI.create(address).resolve("/uploads/").toString();

    given().get(address).then().statusCode(404);
    given().delete(address).then().statusCode(404);
    given().get(uploads).then().statusCode(404);
    assertEquals(404, Uploader.put(uploads, FILE));
    assertEquals(404, Uploader.put(uploads + "%2e%2e/%2e%2e/etc/passwd", FILE));
    assertEquals(404, Uploader.put(uploads + "A".repeat(43) + "/", FILE));
    assertEquals(404, Uploader.put(uploads + "x".repeat(4000), FILE));
    assertEquals(201, Uploader.put(address, FILE), "none of these used it");
  }

  @Test
  void theAddressIsInNoLog() throws ExecutionException {
    var told = ask("d.log");
    var token = URI.create(told.location()).getPath().substring("/uploads/".length(), 40);

    given()
        .get("/api/charge-points/{id}/commands", id)
        .then()
        .body("items[0].request.location", endsWith("/uploads/***/"))
        .body(not(containsString(token)));
    shown(told).body(not(containsString(token)));
  }

  @Test
  void whoNeverGotTheAddressCannotUse() throws ExecutionException {
    chargePoint.close();
    Await.until("gone", () -> !fleet.isConnected(id));

    long n =
        post("{}")
            .statusCode(503)
            .body("outcome", equalTo("Offline"))
            .extract()
            .jsonPath()
            .getLong("diagnosticsId");

    shown(new Told(n, ""))
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
    var told = ask("d.log");
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
    says("UploadFailed");

    // Then
    shown(told).body("status", nullValue());
  }

  // ---- deletion

  @Test
  void whatIsDeletedIsGoneAndItsAddressToo() throws ExecutionException {
    var received = ask("a.log");
    assertEquals(201, Uploader.put(received.location(), FILE));
    var open = ask("b.log");

    for (var told : new Told[] {received, open}) {
      given()
          .delete("/api/charge-points/{id}/diagnostics/{n}", id, told.n())
          .then()
          .statusCode(204);
      given()
          .delete("/api/charge-points/{id}/diagnostics/{n}", id, told.n())
          .then()
          .statusCode(404);
    }

    given().get("/api/charge-points/{id}/diagnostics", id).then().body("total", is(0));
    assertEquals(404, Uploader.put(open.location(), FILE));
  }

  @Test
  void theUnknownIs404() throws ExecutionException {
    var told = ask("a.log");
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

  // ---- who may

  @Test
  @TestSecurity(user = "mia", roles = "site-manager")
  void siteManagersSeeThatButNotWhat() {
    given().get("/api/charge-points/{id}/diagnostics", id).then().statusCode(200);
    given().get("/api/charge-points/{id}/diagnostics/1/file", id).then().statusCode(403);
    given().delete("/api/charge-points/{id}/diagnostics/1", id).then().statusCode(403);
    post("{}").statusCode(403);
  }

  @Test
  @TestSecurity(user = "dora", roles = "driver")
  void driversSeeNothing() {
    given().get("/api/charge-points/{id}/diagnostics", id).then().statusCode(403);
    given().get("/api/charge-points/{id}/diagnostics/1", id).then().statusCode(403);
  }

  @Test
  @TestSecurity
  void withoutATokenNothingIsShown() {
    for (var path : new String[] {"", "/1", "/1/file"}) {
      given().get("/api/charge-points/{id}/diagnostics" + path, id).then().statusCode(401);
    }
    post("{}").statusCode(401);
    assertTrue(chargePoint.isOpen());
    chargePoint.noCallFor(50);
  }
}
