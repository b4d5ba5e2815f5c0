package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.someTag;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.stop;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/transactions/{id}/wish}. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "site-manager")
class WishApiTest {

  @Inject TestGateway gateway;
  @Inject Told told;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant departure = now.plusSeconds(3600);
  private final String chargePoint = someChargePoint();
  private final String tag = someTag();

  @Test
  void the_last_statement_counts_and_is_told() {
    int id = started();
    when().get(wish(id)).then().statusCode(200).body("$", anEmptyMap());

    put(id, "{\"departure\": \"%s\", \"energyWh\": 12000}".formatted(departure))
        .statusCode(200)
        .body("departure", equalTo(departure.toString()))
        .body("energyWh", equalTo(12000))
        .body("$", hasKey("statedAt"));
    when().get(wish(id)).then().statusCode(200).body("energyWh", equalTo(12000));
    put(id, "{\"energyWh\": 500}").statusCode(200).body("$", not(hasKey("departure")));
    String read = when().get(wish(id)).then().statusCode(200).extract().asString();
    put(id, read).statusCode(200).body("energyWh", equalTo(500));
    put(id, "{}").statusCode(200).body("$", not(hasKey("energyWh")));

    List<WishStated> wishes = told.of(chargePoint, WishStated.class);
    assertEquals(
        Arrays.asList(departure, null, null, null),
        wishes.stream().map(WishStated::departure).toList());
    assertEquals(
        Arrays.asList(12000L, 500L, 500L, null),
        wishes.stream().map(WishStated::energyWh).toList());
    assertEquals(id, wishes.getFirst().transactionId());
    assertEquals(1, wishes.getFirst().connectorId());
    assertTrue(wishes.get(1).statedAt().isAfter(wishes.get(0).statedAt()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"departure\": \"soon\"} | departure | must be an ISO 8601 date-time",
        "{\"departure\": \"2020-01-01T00:00:00Z\"} | departure | must be in the future",
        "{\"departure\": \"2099-01-01T00:00:00Z\"} | departure | by 30 days at most",
        "{\"energyWh\": -1} | energyWh | must be a whole number from 0",
        "{\"energyWh\": 1.5} | energyWh | must be a whole number",
        "{\"energyWh\": \"lots\"} | energyWh | must be a whole number",
        "{\"energy\": 1} | energy | is unknown",
        "[] | body | must be an object",
        "{ | body | is no JSON: it ends too early",
        "{} {} | body | something stands behind its end",
        "{\"departure\": 5} | departure | must be an ISO 8601 date-time"
      })
  void what_is_wrong_is_named(String body, String field, String message) {
    put(started(), body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", containsString(message));
  }

  @Test
  void only_a_running_transaction_has_a_future() {
    int id = started();
    put(id, "{\"energyWh\": 500}").statusCode(200);
    gateway.stop(chargePoint, stop(id, 20, now.plusSeconds(1)), null);

    put(id, "{\"energyWh\": 600}")
        .statusCode(409)
        .body("detail", equalTo("Transaction " + id + " has ended"));
    when().get(wish(id)).then().statusCode(200).body("energyWh", equalTo(500));
    put(999_999_999, "{}").statusCode(404);
    when().get(wish(999_999_999)).then().statusCode(404);
    when().get("/api/transactions/99999999999/wish").then().statusCode(404);
    given()
        .contentType("application/json")
        .body("{}")
        .put("/api/transactions/abc/wish")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", equalTo("There is no transaction abc"));
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void drivers_are_not_let_in() {
    put(1, "{}")
        .statusCode(403)
        .body("detail", equalTo("This takes one of the roles admin, operator, site-manager"));
    when().get(wish(1)).then().statusCode(403);
  }

  @Test
  @TestSecurity
  void nor_is_anybody_without_a_token() {
    put(1, "{}").statusCode(401);
  }

  private int started() {
    return gateway
        .start(chargePoint, start(1, tag, 0, now.minusSeconds(5)), accepted(tag))
        .transactionId();
  }

  private static String wish(int id) {
    return "/api/transactions/" + id + "/wish";
  }

  private static ValidatableResponse put(int id, String body) {
    return given().contentType(ContentType.JSON).body(body).put(wish(id)).then();
  }
}
