package io.evenkeel.smartcharging.api;

import static io.evenkeel.smartcharging.Operator.plan;
import static io.evenkeel.smartcharging.Operator.put;
import static io.evenkeel.smartcharging.Operator.status;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What an operator is told of a site's plan, and of such as might be. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class SitePlanApiTest {

  @Inject Gateway gateway;

  @Test
  void whereAllHoursAreAlikeEverybodyGetsAFairShareAndThatIsSaid() {
    put("plan-a", 40, "plan-a-1");
    PlayedCharger charger = gateway.connect("plan-a-1");
    gateway.started("plan-a-1", 1, 8001, Instant.now());
    Await.until("the share", () -> charger.ofTransaction() == 32);

    Await.until(
        "a plan that shows it",
        () -> "32.0".equals(plan("plan-a").getString("connectors[0].schedule[0].limitA")));

    JsonPath plan = plan("plan-a");
    assertEquals("FAIR", plan.getString("state.strategy"));
    assertEquals("NOT_NEEDED", plan.getString("state.health"));
    assertEquals("CONNECTOR_MAXIMUM", plan.getString("connectors[0].why.reason"));
    assertEquals(96, plan.getInt("slots"));
    assertEquals(96, plan.getList("nodes[0].plannedA[0]").size());
    assertEquals(32f, plan.getFloat("nodes[0].plannedA[2][0]"));
    assertEquals(40f, plan.getFloat("nodes[0].forChargingA[0][0]"));
  }

  @Test
  void whereMoneyMattersItIsPlannedWithinASecondAndTheStatusSaysSo() {
    put("plan-b", "\"demandChargePerKw\": 0.5,", "\"limitA\": [40, 40, 40]", "plan-b-1");
    gateway.connect("plan-b-1");
    gateway.started("plan-b-1", 1, 8002, Instant.now());

    Await.until(
        "a plan in force",
        () -> {
          JsonPath plan = plan("plan-b");
          return "IN_FORCE".equals(plan.getString("state.health"))
              && plan.getList("connectors").size() == 1;
        });

    JsonPath plan = plan("plan-b");
    assertEquals("PLANNED", plan.getString("state.strategy"));
    assertTrue(plan.getFloat("figures.gapPercent") <= 0.01f, plan.prettify());
    assertEquals(0, plan.getInt("connectors[0].shortfallWh"), plan.prettify());
    assertEquals(8002, plan.getInt("connectors[0].transactionId"));
    assertTrue(!plan.getBoolean("connectors[0].stated"), "nobody said anything");
    JsonPath status =
        given().get("/api/sites/plan-b/status").then().statusCode(200).extract().jsonPath();
    assertEquals("IN_FORCE", status.getString("plan.health"), status.prettify());
  }

  @Test
  void whatWouldBeIfIsAnsweredAndNothingIsSent() {
    put("plan-c", 40, "plan-c-1", "plan-c-2");
    PlayedCharger first = gateway.connect("plan-c-1");
    gateway.connect("plan-c-2");
    gateway.started("plan-c-1", 1, 8003, Instant.now());
    Await.until(
        "the share, and nothing more to be sent",
        () -> first.ofTransaction() == 32 && status("plan-c").getBoolean("converged"));
    int sent = first.sent().size();

    // one more car, and much less from the grid
    JsonPath answer =
        ask(
                "plan-c",
                """
                {"limits": [{"node": "grid", "a": [10, 10, 10]}],
                 "cars": [{"connector": "plan-c-2-1", "energyWh": 30000, "departure": "%s"}]}
                """
                    .formatted(Instant.now().plus(Duration.ofHours(2))))
            .statusCode(200)
            .body("state.health", is("HYPOTHETICAL"))
            .body("connectors.size()", is(2))
            .body("nodes[0].mayBeDrawnA", nullValue())
            .extract()
            .jsonPath();

    assertEquals(10f, answer.getFloat("nodes[0].forChargingA[0][5]"));
    assertTrue(answer.getInt("connectors[1].shortfallWh") > 10_000, answer.prettify());
    assertTrue(answer.getString("connectors[1].notBefore") != null, "an honest time");
    assertEquals(sent, first.sent().size(), "something was sent");
    String instead = "\"cars\": [{\"connector\": \"plan-c-1-1\", \"energyWh\": 1000}]";
    ask("plan-c", "{" + instead + "}")
        .statusCode(400)
        .body("violations[0].field", is("cars[0].connector"))
        .body("violations[0].message", containsString("name it in without"));
    ask("plan-c", "{\"without\": [\"plan-c-1-1\"], " + instead + "}")
        .statusCode(200)
        .body("connectors.size()", is(1));
    ask("plan-c", "{\"without\": [\"plan-c-1-1\"]}")
        .statusCode(200)
        .body("connectors.size()", is(0));
  }

  @Test
  void whatADriverMightSayInsteadAndOtherPricesCanBeAskedFor() {
    put("plan-f", 40, "plan-f-1", "plan-f-2");
    PlayedCharger charger = gateway.connect("plan-f-1");
    gateway.connect("plan-f-2");
    gateway.started("plan-f-1", 1, 8006, Instant.now());
    Await.until("the share", () -> charger.ofTransaction() == 32);
    int sent = charger.sent().size();
    Instant departure = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    Instant cheap = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);

    // it goes in an hour and wants more than it can get
    ask(
            "plan-f",
            "{\"sessions\": [{\"connector\": \"plan-f-1-1\", \"departure\": \"%s\", \"energyWh\": 50000}]}"
                .formatted(departure))
        .statusCode(200)
        .body("connectors[0].departure", is(departure.toString()))
        .body("connectors[0].stated", is(true))
        .body("connectors[0].shortfallWh", greaterThan(20_000));

    // it stays, and all is cheap later
    JsonPath later =
        ask(
                "plan-f",
                """
                {"sessions": [{"connector": "plan-f-1-1", "energyWh": 5000}],
                 "prices": [{"from": "2026-01-01T00:00:00Z", "pricePerKwh": 0.5},
                            {"from": "%s", "pricePerKwh": 0.1}]}
                """
                    .formatted(cheap))
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals("PRICE", later.getString("connectors[0].why.reason"), later.prettify());
    assertTrue(
        later
            .getString("connectors[0].why.text")
            .matches(".* from (\\S+ )?\\d\\d:\\d\\d UTC on .*"),
        later.prettify());
    // the price is that of the slot in which it begins to count
    Instant begins = Instant.parse(later.getString("connectors[0].why.at"));
    assertTrue(
        Duration.between(begins, cheap).abs().compareTo(Duration.ofMinutes(15)) < 0,
        later.prettify());
    assertEquals("EUR", later.getString("figures.currency"));
    assertEquals(later.getFloat("figures.cost"), later.getFloat("figures.chargingCost"));
    assertEquals(sent, charger.sent().size(), "something was sent");

    String session = "{\"sessions\": [{\"connector\": \"plan-f-1-1\", %s}]}";
    refused(session.formatted("\"departure\": \"soon\""), "sessions[0].departure");
    refused(session.formatted("\"departure\": \"2020-01-01T00:00:00Z\""), "sessions[0].departure");
    refused(session.formatted("\"energyWh\": -1"), "sessions[0].energyWh");
    refused(session.formatted("\"maxA\": 6"), "sessions[0].maxA");
    refused("{\"sessions\": [{\"connector\": \"plan-f-1-1\"}]}", "sessions[0].departure");
    refused(
        "{\"sessions\": [{\"connector\": \"plan-f-2-1\", \"energyWh\": 1}]}",
        "sessions[0].connector");
    refused("{\"prices\": 3}", "prices");
    refused("{\"prices\": [{\"pricePerKwh\": 1}]}", "prices[0].from");
    refused("{\"prices\": [{\"from\": \"2026-01-01T00:00:00Z\"}]}", "prices[0].pricePerKwh");
  }

  private static void refused(String body, String field) {
    ask("plan-f", body).statusCode(400).body("violations.field", hasItem(field));
  }

  @Test
  void aQuestionThatMakesNoSenseIsRefusedByName() {
    put("plan-d", 40, "plan-d-1");
    expect("[]", "body", "must be an object");
    expect("{", "body", "is no JSON");
    expect("{\"limit\": 1}", "limit", "is unknown");
    expect("{\"limits\": [{\"node\": \"x\", \"a\": [1,1,1]}]}", "limits[0].node", "is no node");
    expect("{\"limits\": [{\"node\": \"grid\", \"a\": [1]}]}", "limits[0].a", "must be three");
    expect("{\"cars\": [{\"connector\": \"x\"}]}", "cars[0].connector", "is no connector");
    expect("{\"without\": [\"x\"]}", "without[0]", "is no connector");
    expect("{\"without\": [\"plan-d-1-1\"]}", "without[0]", "has no car");
    String limit = "{\"limits\": [{\"node\": \"grid\", \"a\": [1,1,1], %s\"until\": \"%s\"}]}";
    String noon = "2126-05-01T12:00:00Z";
    expect(
        limit.formatted("\"from\": \"" + noon + "\", ", noon),
        "limits[0].until",
        "must be later than from");
    expect(limit.formatted("", "2020-05-01T12:00:00Z"), "limits[0].until", "in the future");
    expect(limit.formatted("", "2126-05-01 12:00"), "limits[0].until", "with Z or an offset");
    expect(
        "{\"cars\": [{\"connector\": \"plan-d-1-1\", \"energyWh\": -1}]}",
        "cars[0].energyWh",
        "must be 0 to");
    ask("plan-none", "{}").statusCode(404);
    given().get("/api/sites/plan-none/plan").then().statusCode(404);
  }

  @Test
  void aSiteWithoutCarsHasAnEmptyPlan() {
    put("plan-e", 40, "plan-e-1");

    Await.until("looked at", () -> plan("plan-e").getString("madeAt") != null);

    given()
        .get("/api/sites/plan-e/plan")
        .then()
        .body("connectors.size()", is(0))
        .body("nodes.size()", is(1))
        .body("nodes[0].measuredA", notNullValue());
  }

  private static void expect(String body, String field, String message) {
    ask("plan-d", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is(field))
        .body("violations[0].message", containsString(message));
  }

  private static ValidatableResponse ask(String site, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/sites/{id}/what-if", site)
        .then();
  }
}
