package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.steering.Leadership;
import io.evenkeel.smartcharging.steering.SitePlanner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a site is told of its building, its prices and its grid. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "site-manager")
class InputApiTest {

  @Inject SitePlanner planner;
  @Inject Leadership leadership;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void aSite() {
    Await.until("this process plans", () -> leadership.epoch().isPresent());
    Node grid =
        new Node(
            "grid",
            null,
            "GRID",
            Daily.always(PhaseLimits.even(1000)),
            Daily.always(PhaseLimits.even(400)),
            List.of(
                new Meter(
                    "main", Meter.Measures.TOTAL, Meter.USUAL_MARGIN, Meter.USUAL_STALE_AFTER)),
            null);
    planner
        .put(new SiteDefinition("inputs", 230, List.of(grid), List.of()))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  @Test
  void readingsCountOnceInTheOrderOfTheirTimes() {
    Instant first = now.minusSeconds(30);
    read("{\"readings\": [%s, %s]}".formatted(amperes(now, 31), amperes(first, 20)))
        .statusCode(200)
        .body("id", is("main"))
        .body("node", is("grid"))
        .body("measures", is("total"))
        .body("last.at", is(now.toString()))
        .body("last.a", equalTo(List.of(31.0f, 32.0f, 33.0f)))
        .body("stale", is(false))
        .body("staleAt", is(now.plusSeconds(300).toString()));

    read(amperes(first, 99)).statusCode(200).body("last.a[0]", is(31.0f));
    read(amperes(now, 99)).statusCode(200).body("last.a[0]", is(31.0f));
    read("{\"at\": \"%s\", \"w\": 13800}".formatted(now.plusSeconds(1)))
        .statusCode(200)
        .body("last.a", equalTo(List.of(20.0f, 20.0f, 20.0f)));
    read("{\"at\": \"%s\", \"w\": [2300, 0, -1150]}".formatted(now.plusSeconds(2)))
        .statusCode(200)
        .body("last.a", equalTo(List.of(10.0f, 0.0f, -5.0f)));
    given()
        .get("/api/sites/inputs/meters")
        .then()
        .statusCode(200)
        .body("[0].last.at", is(now.plusSeconds(2).toString()));
  }

  @Test
  void whatIsWrongWithAReadingIsNamed() {
    wrongReading("{\"readings\": []}", "readings", "must be 1 to 1000 readings, not 0");
    wrongReading(
        "{\"readings\": [%s, {\"a\": [1, 2, 3]}]}".formatted(amperes(now, 1)),
        "readings[1].at",
        "is required");
    wrongReading("{\"at\": \"today\", \"w\": 1}", "at", "must be an ISO 8601 date-time");
    wrongReading("{\"at\": \"2026-05-01T10:00:00\", \"w\": 1}", "at", "with Z or an offset");
    wrongReading(
        "{\"at\": \"%s\", \"w\": 1}".formatted(now.plusSeconds(600)),
        "at",
        "must not be in the future");
    wrongReading("{\"at\": \"%s\"}".formatted(now), "a", "is required, or w");
    wrongReading(
        "{\"at\": \"%s\", \"w\": 1, \"a\": [1, 2, 3]}".formatted(now), "w", "give one of them");
    wrongReading("{\"at\": \"%s\", \"w\": 1e999}".formatted(now), "w", "-999999999 to 999999999");
    wrongReading("{\"at\": \"%s\", \"a\": [1, 2]}".formatted(now), "a", "must be three numbers");
    wrongReading("{\"at\": \"%s\", \"w\": [1, 2, \"x\"]}".formatted(now), "w[2]", "a number");
    wrongReading(
        "{\"at\": \"%s\", \"a\": [1, 2, 1e6]}".formatted(now), "a[2]", "must be 100000 at most");
    wrongReading("[1]", "body", "must be an object");
    wrongReading("{\"at\"", "body", "is no JSON: it ends too early (line 1, column 6)");
    String many = String.join(",", Collections.nCopies(1001, amperes(now, 1)));
    wrongReading("{\"readings\": [" + many + "]}", "readings", "not 1001");
    given()
        .contentType(ContentType.JSON)
        .body(amperes(now, 1))
        .post("/api/sites/inputs/meters/nope/readings")
        .then()
        .statusCode(404)
        .body("detail", is("Site 'inputs' has no meter 'nope'"));
    given().get("/api/sites/nowhere/meters").then().statusCode(404);
  }

  @Test
  void aSignalIsPutShownAndTakenBack() {
    Instant until = now.plusSeconds(3600);
    putSignal("{\"node\": \"grid\", \"w\": 4200, \"until\": \"%s\"}".formatted(until))
        .statusCode(201)
        .body("state", is("active"));
    String read =
        given()
            .get("/api/sites/inputs/signals/dim")
            .then()
            .statusCode(200)
            .body("id", is("dim"))
            .body("node", is("grid"))
            .body("w", is(4200))
            .body("a", nullValue())
            .body("until", is(until.toString()))
            .extract()
            .asString();
    putSignal(read).statusCode(200);
    putSignal(
            "{\"node\": \"grid\", \"percent\": 60, \"from\": \"%s\", \"until\": \"%s\"}"
                .formatted(until, until.plusSeconds(1)))
        .statusCode(200)
        .body("state", is("waiting"))
        .body("percent", is(60));
    putSignal("{\"node\": \"grid\", \"a\": [0, 6, 10.5], \"until\": \"%s\"}".formatted(until))
        .statusCode(200)
        .body("a", equalTo(List.of(0.0f, 6.0f, 10.5f)));
    given()
        .get("/api/sites/inputs/signals")
        .then()
        .statusCode(200)
        .body("id", equalTo(List.of("dim")));

    given().delete("/api/sites/inputs/signals/dim").then().statusCode(204);
    given().delete("/api/sites/inputs/signals/dim").then().statusCode(404);
    given().get("/api/sites/inputs/signals/dim").then().statusCode(404);
    given().get("/api/sites/inputs/signals").then().body("$", equalTo(List.of()));
  }

  @Test
  void whatIsWrongWithASignalIsNamed() {
    String until = "\"until\": \"" + now.plusSeconds(3600) + "\"";
    wrongSignal("{\"node\": \"grid\", \"w\": 1}", "until", "is required");
    wrongSignal(
        "{\"node\": \"grid\", \"w\": 1, \"until\": \"%s\"}".formatted(now.minusSeconds(9)),
        "until",
        "must be in the future");
    wrongSignal(
        "{\"node\": \"grid\", \"w\": 1, \"from\": \"%s\", \"until\": \"%s\"}"
            .formatted(now.plusSeconds(9), now.plusSeconds(9)),
        "until",
        "must be later than from");
    wrongSignal(
        "{\"node\": \"grid\", \"w\": 1, \"until\": \"%s\"}"
            .formatted(now.plus(Duration.ofDays(400))),
        "until",
        "a year at most");
    for (String local : List.of("2126-11-21 03:00", "2126-11-21T03:00", "2126-11-21T03:00:00")) {
      wrongSignal(
          "{\"node\": \"grid\", \"w\": 1, \"until\": \"" + local + "\"}",
          "until",
          "with Z or an offset");
    }
    wrongSignal("{\"w\": 1, " + until + "}", "node", "is required");
    wrongSignal("{\"node\": \"no\", \"w\": 1, " + until + "}", "node", "is no node of this site");
    wrongSignal("{\"node\": \"grid\", " + until + "}", "a", "is required, or w, or percent");
    wrongSignal(
        "{\"node\": \"grid\", \"w\": 1, \"percent\": 1, " + until + "}",
        "percent",
        "must not be given beside w: give one");
    wrongSignal("{\"node\": \"grid\", \"percent\": 101, " + until + "}", "percent", "0 to 100");
    wrongSignal("{\"node\": \"grid\", \"w\": -1, " + until + "}", "w", "must be 0 to 100000000");
    wrongSignal("{\"node\": \"grid\", \"a\": [1, 2], " + until + "}", "a", "three numbers");
    wrongSignal("{\"id\": \"x\", \"node\": \"grid\", \"w\": 1, " + until + "}", "id", "address");
    given().get("/api/sites/nowhere/signals").then().statusCode(404);
  }

  @Test
  void pricesAreReplaced() {
    given()
        .get("/api/sites/inputs/prices")
        .then()
        .statusCode(200)
        .body("prices", equalTo(List.of()));
    String prices =
        """
        {"currency": "SEK", "prices": [
          {"from": "2026-05-01T00:00:00Z", "pricePerKwh": 0.31},
          {"from": "2026-05-01T02:00:00+01:00", "pricePerKwh": -0.02}]}
        """;
    putPrices(prices)
        .statusCode(200)
        .body("currency", is("SEK"))
        .body("prices[1].from", is("2026-05-01T01:00:00Z"))
        .body("prices.pricePerKwh", equalTo(List.of(0.31f, -0.02f)));
    String read = given().get("/api/sites/inputs/prices").then().extract().asString();
    putPrices(read).statusCode(200).body("prices.size()", is(2));
    putPrices("{\"prices\": []}").statusCode(200).body("prices.size()", is(0));
    putPrices("{}").statusCode(400).body("violations[0].field", is("prices"));
    putPrices(prices.replace("+01:00", "-01:00").replace("T02", "T00")).statusCode(200);
    putPrices(prices.replace("T02", "T01"))
        .statusCode(400)
        .body("violations[0].field", is("prices[1].from"))
        .body("violations[0].message", containsString("must be later"));
    putPrices(prices.replace("-0.02", "\"cheap\""))
        .statusCode(400)
        .body("violations[0].field", is("prices[1].pricePerKwh"));
    putPrices(prices.replace("SEK", "kr"))
        .statusCode(400)
        .body("violations[0].field", is("currency"));
    given()
        .contentType(ContentType.JSON)
        .body(prices)
        .put("/api/sites/nowhere/prices")
        .then()
        .statusCode(404);
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void driversAreNotAsked() {
    read(amperes(now, 1)).statusCode(403);
    putSignal("{}").statusCode(403);
    putPrices("{}").statusCode(403);
    given().get("/api/sites/inputs/meters").then().statusCode(403);
  }

  @Test
  @TestSecurity
  void nobodyGetsInWithoutAToken() {
    read(amperes(now, 1)).statusCode(401);
    given().get("/api/sites/inputs/signals").then().statusCode(401);
    given().get("/api/sites/inputs/prices").then().statusCode(401);
  }

  private static String amperes(Instant at, int first) {
    return "{\"at\": \"%s\", \"a\": [%d, %d, %d]}".formatted(at, first, first + 1, first + 2);
  }

  private static void wrongReading(String body, String field, String message) {
    wrong(read(body), field, message);
  }

  private static void wrongSignal(String body, String field, String message) {
    wrong(putSignal(body), field, message);
  }

  private static void wrong(ValidatableResponse response, String field, String message) {
    response
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is(field))
        .body("violations[0].message", containsString(message));
  }

  private static ValidatableResponse read(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/sites/inputs/meters/main/readings")
        .then();
  }

  private static ValidatableResponse putSignal(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/sites/inputs/signals/dim")
        .then();
  }

  private static ValidatableResponse putPrices(String body) {
    return given().contentType(ContentType.JSON).body(body).put("/api/sites/inputs/prices").then();
  }
}
