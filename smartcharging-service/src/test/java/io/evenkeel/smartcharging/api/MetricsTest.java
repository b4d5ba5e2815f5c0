package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.PlayedCharger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Every metric that the README names is there, with a value that can be. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class MetricsTest {

  private static final String PREFIX = "evenkeel_smartcharging_";

  @Inject Gateway gateway;

  @Test
  void whatIsCountedIsShown() {
    // Given: a car that is planned for
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"demandChargePerKw": 0.5,
             "nodes": [{"id": "grid", "limitA": [40, 40, 40]}],
             "connectors": [{"chargePoint": "metrics-1", "connectorId": 1, "node": "grid"}]}
            """)
        .put("/api/sites/metrics")
        .then()
        .statusCode(201);
    gateway.connect("metrics-1", new PlayedCharger());
    gateway.started("metrics-1", 1, 9401, Instant.now());

    // Then
    Await.until("a plan in force", () -> value("plans{health=\"IN_FORCE\"}") >= 1);
    Await.until("it charges", () -> value("connectors{standing=\"CHARGING\"}") >= 1);
    Await.until("counted", () -> value("commands_total{outcome=\"Answered\"}") >= 1);
    assertTrue(value("sites") >= 1);
    assertTrue(value("sites_exceeded") >= 0);
    assertTrue(value("planner_seconds_count") >= 1);
    assertTrue(value("planner_seconds_sum") > 0);
    assertTrue(value("planner_seconds_max") >= 0);
    assertTrue(value("plan_age_seconds") >= 0 && value("plan_age_seconds") < 3600);
    between(0, 100, "plan_gap_percent");
    between(0, 1, "need_met_ratio");
    between(0, 1, "need_met_least_ratio");
    between(0, 10_000, "sessions_waiting");
    between(0, 3600, "waiting_longest_seconds");
    between(0, 10_000, "connectors_not_converged");
    between(0, 10_000, "chargers_disobeying");
    between(0, 200, "event_watchers");
    assertEquals(0, value("plans{health=\"FAILED\"}"));
  }

  private static void between(double least, double most, String name) {
    double value = value(name);
    assertTrue(value >= least && value <= most, name + " is " + value);
  }

  /** -1 when it is not there. */
  private static double value(String name) {
    String all = given().get("/q/metrics").then().statusCode(200).extract().asString();
    OptionalDouble found =
        all.lines()
            .filter(line -> line.startsWith(PREFIX + name + " "))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .findFirst();
    return found.orElse(-1);
  }
}
