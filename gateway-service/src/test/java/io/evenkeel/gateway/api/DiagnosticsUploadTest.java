package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Uploader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that a charge point uploads to: one file, however it is sent, and nothing else. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class DiagnosticsUploadTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"", "d.log", "/d.log", "sub/d.log", "a%20b.log", "..%2f..%2fd.log"})
  void theNameMayBeAppendedToTheAddressOrNot(String appended) throws ExecutionException {
    var told = diagnostics.ask(null);

    assertEquals(201, Uploader.put(told.location() + appended, FILE));

    assertArrayEquals(FILE, diagnostics.download(told));
  }

  @Test
  void theLastSlashMayBeLeftOut() throws ExecutionException {
    var told = diagnostics.ask(null);
    var address = told.location();

    assertEquals(201, Uploader.put(address.substring(0, address.length() - 1), FILE));

    diagnostics.shown(told).body("file.name", equalTo("diagnostics"));
  }

  @Test
  void aFormIsTakenToo() throws ExecutionException {
    var told = diagnostics.ask(null);
    var large = "x".repeat(200_000);

    assertEquals(201, Uploader.form(told.location(), "C:\\logs\\my diag.txt", large));

    diagnostics
        .shown(told)
        .body("file.name", equalTo("my_diag.txt"))
        .body("file.bytes", is(200_000));
    assertEquals(large, new String(diagnostics.download(told), StandardCharsets.UTF_8));
  }

  @Test
  void ofNoLengthIsTakenToo() throws ExecutionException {
    var told = diagnostics.ask("d.bin");
    var bytes = new byte[299_999];
    new Random(7).nextBytes(bytes);

    assertEquals(201, Uploader.putInChunks(told.location(), bytes));

    assertArrayEquals(bytes, diagnostics.download(told));
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
    var told = diagnostics.ask(announced);

    assertEquals(201, Uploader.put(told.location(), FILE));

    diagnostics.shown(told).body("file.name", equalTo(shown));
  }

  @Test
  void anAddressIsGoodForOneFile() throws ExecutionException {
    var told = diagnostics.ask("d.log");
    assertEquals(201, Uploader.put(told.location(), FILE));

    assertEquals(404, Uploader.put(told.location(), "other".getBytes(StandardCharsets.UTF_8)));
    assertEquals(404, Uploader.form(told.location(), "d.log", "other"));

    assertArrayEquals(FILE, diagnostics.download(told));
  }

  @Test
  void anAddressShowsNothingAndNoOtherLeadsAnywhere() throws ExecutionException {
    var told = diagnostics.ask("d.log");
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
    var told = diagnostics.ask("d.log");
    var token = URI.create(told.location()).getPath().substring("/uploads/".length(), 40);

    given()
        .get("/api/charge-points/{id}/commands", id)
        .then()
        .body("items[0].request.location", endsWith("/uploads/***/"))
        .body(not(containsString(token)));
    diagnostics.shown(told).body(not(containsString(token)));
  }
}
