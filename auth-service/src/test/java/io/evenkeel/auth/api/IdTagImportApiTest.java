package io.evenkeel.auth.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.auth.bus.Gateway;
import io.evenkeel.messaging.AuthEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class IdTagImportApiTest {

  private static final Logger LOG = Logger.getLogger(IdTagImportApiTest.class);

  @Inject Gateway gateway;

  @Test
  void everyLineIsReported() {
    importFile(
            """
            idTag,status,expiryDate,parentIdTag,note
            Imp-Fleet,Accepted,,,
            Imp-1,Accepted,2099-01-01T00:00:00Z,imp-fleet,"one, two"

            Imp-2,accepted,,,
            Imp-3,Accepted,,Imp-None,
            imp-1,Blocked,,,
            Imp-4,Accepted,,"Imp-Fleet,
            Imp-5,Blocked,,Imp-Fleet,
            """)
        .statusCode(200)
        .body("dryRun", equalTo(false))
        .body("accepted", equalTo(3))
        .body("rejected", equalTo(4))
        .body("lines.line", contains(2, 3, 5, 6, 7, 8, 9))
        .body(
            "lines.outcome",
            contains(
                "created", "created", "rejected", "rejected", "rejected", "rejected", "created"))
        .body("lines[2].idTag", equalTo("Imp-2"))
        .body("lines[2].errors[0].field", equalTo("status"))
        .body("lines[2].errors[0].reason", containsString("must be Accepted, Blocked"))
        .body("lines[3].errors[0].field", equalTo("parentIdTag"))
        .body("lines[4].errors[0].reason", equalTo("already stands on line 3"))
        .body("lines[5].errors[0].field", equalTo("line"))
        .body("lines[0].errors", nullValue());
    get("imp-1")
        .body("parentIdTag", equalTo("Imp-Fleet"))
        .body("note", equalTo("one, two"))
        .body("expiryDate", equalTo("2099-01-01T00:00:00Z"));
    get("Imp-3").statusCode(404);
  }

  @Test
  void whatTheHeaderDoesNotNameStaysAsItIs() {
    importFile("idTag;note;maxConcurrentTransactions\nKeep-1;first;3\n").statusCode(200);
    importFile("idtag,STATUS\nKEEP-1,Blocked\nKeep-2,Blocked\n")
        .body("lines.outcome", contains("updated", "created"));
    get("keep-1")
        .body("idTag", equalTo("Keep-1"))
        .body("status", equalTo("Blocked"))
        .body("note", equalTo("first"))
        .body("maxConcurrentTransactions", equalTo(3));
  }

  @Test
  void aDryRunReportsTheSameAndWritesNothing() {
    // Given a file longer than a chunk, with a group in an early chunk that a late one needs
    StringBuilder file = new StringBuilder("idTag,parentIdTag\nDry-G,\n");
    for (int i = 0; i < 120; i++) {
      file.append("Dry-").append(i).append(",dry-g\n");
    }
    file.append("Dry-G,Dry-5\nDry-X,Dry-Y\n");
    gateway.forget();
    // When
    String rehearsed =
        given()
            .contentType("text/csv")
            .body(file.toString())
            .post("/api/id-tags/import?dryRun=true")
            .then()
            .statusCode(200)
            .body("dryRun", equalTo(true))
            .body("accepted", equalTo(121))
            .body("rejected", equalTo(2))
            .extract()
            .asString();
    // Then nothing was written and nobody told
    get("Dry-G").statusCode(404);
    assertEquals(List.of(), gateway.heard());
    // and the real run says the same
    String real = importFile(file.toString()).statusCode(200).extract().asString();
    assertEquals(rehearsed.replace("\"dryRun\":true", "\"dryRun\":false"), real);
    get("Dry-119").body("parentIdTag", equalTo("Dry-G"));
  }

  @Test
  void gatewaysAreToldOnceThatAnyTagMayHaveChanged() {
    StringBuilder file = new StringBuilder("idTag\n");
    for (int i = 0; i < 120; i++) {
      file.append("Told-").append(i).append('\n');
    }
    gateway.forget();
    importFile(file.toString()).statusCode(200);
    assertEquals(List.of(new AuthEvent.AllIdTagsChanged()), gateway.heard());
  }

  @Test
  void aFileOfWhichNoLineIsTakenTellsNobody() {
    gateway.forget();
    importFile("idTag,status\nNo-1,Maybe\n").body("accepted", equalTo(0));
    assertEquals(List.of(), gateway.heard());
  }

  @Test
  void thousandsOfLinesAreFast() {
    StringBuilder file = new StringBuilder("idTag,status,expiryDate,parentIdTag,note\n");
    file.append("Bulk-Group,Accepted,,,\n");
    for (int i = 0; i < 10_000; i++) {
      file.append("Bulk-")
          .append(i)
          .append(",Accepted,2099-01-01T00:00:00Z,Bulk-Group,\"card number ")
          .append(i)
          .append("\"\n");
    }
    long start = System.nanoTime();
    importFile(file.toString()).statusCode(200).body("accepted", equalTo(10_001));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    LOG.infof("10,001 lines in chunks of 50 took %d ms", took.toMillis());
    assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, "10,001 lines took " + took);
    get("bulk-9999").statusCode(200).body("parentIdTag", equalTo("Bulk-Group"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "status\nAccepted\n", "idTag,colour\nA,red\n", "A,Accepted\n"})
  void aFileWithoutAHeaderIsRefused(String file) {
    importFile(file)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("line 1"));
  }

  @Test
  void whatIsNoCsvIsRefused() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/id-tags/import")
        .then()
        .statusCode(415);
    given()
        .contentType("text/csv")
        .body("idTag\n")
        .post("/api/id-tags/import?dryRun=perhaps")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("dryRun"));
  }

  private static ValidatableResponse importFile(String text) {
    return given()
        .contentType("text/csv; charset=UTF-8")
        .body(text)
        .post("/api/id-tags/import")
        .then();
  }

  private static ValidatableResponse get(String idTag) {
    return given().get("/api/id-tags/{tag}", idTag).then();
  }
}
