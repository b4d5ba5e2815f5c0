package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.evenkeel.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked wrongly is refused by name, and not ignored. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "site-manager")
class QueryApiTest {

  @ParameterizedTest
  @CsvSource({
    "/api/sites/s/history?form=2026-01-01T00:00:00Z, form",
    "/api/sites/s/history?step=0, step",
    "/api/sites/s/history?step=PT0S, step",
    "/api/sites/s/history?step=-PT1S, step",
    "/api/sites/s/history?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, from",
    "/api/sites/s/history?to=noon, to",
    "/api/sites/s/events?since=1, since",
    "/api/sites/s/plan?slot=1, slot",
  })
  void aQueryThatMakesNoSenseIsNamed(String path, String field) {
    given()
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is(field))
        .body("violations[0].in", is("query"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/plans?tsak=plan, tsak",
    "/api/plans?task=guess, task",
    "/api/sites/s/what-if?dry=1, dry"
  })
  void soIsOneOfAQuestion(String path, String field) {
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post(path)
        .then()
        .statusCode(400)
        .body("violations[0].field", is(field))
        .body("violations[0].message", startsWith(field.equals("task") ? "must be" : "is unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "a-b", "x y-1", "a-1-2"})
  void aWrongLastEventIdIsNamed(String id) {
    given()
        .header("Last-Event-ID", id)
        .get("/api/sites/s/events")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("Last-Event-ID"))
        .body("violations[0].in", is("header"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "plan", "history", "events", "profiles", "prices"})
  void ofASiteThatIsNotThereNothingIsTold(String what) {
    given()
        .get("/api/sites/query-none/{what}", what)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "plan", "history", "events"})
  @TestSecurity(user = "test", roles = "driver")
  void nobodyElseIsToldAnything(String what) {
    given().get("/api/sites/s/{what}", what).then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "test", roles = "driver")
  void norMayAsk() {
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/sites/s/what-if")
        .then()
        .statusCode(403);
  }
}
