package io.evenkeel.smartcharging.steering;

import static io.evenkeel.smartcharging.Operator.plan;
import static io.evenkeel.smartcharging.Operator.put;
import static io.evenkeel.smartcharging.Operator.status;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.PlayedCharger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From what drivers say to what chargers hold: the plan is what is followed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class PlanLoopTest {

  @Inject Gateway gateway;

  @Test
  void whoSaysToGoSoonIsServedFirstAndTheOtherOneIsToldWhy() {
    put("loop-a", 16, "loop-a-1", "loop-a-2");
    PlayedCharger first = gateway.connect("loop-a-1");
    PlayedCharger second = gateway.connect("loop-a-2");
    gateway.started("loop-a-1", 1, 9001, Instant.now());
    gateway.started("loop-a-2", 1, 9002, Instant.now());
    Await.until("shares", () -> first.ofTransaction() == 8 && second.ofTransaction() == 8);
    Await.until("fair", () -> "FAIR".equals(plan("loop-a").getString("state.strategy")));

    // When: an hour and a quarter for 13 kWh, which is nearly all that the site has
    wish("loop-a-2", 9002, Duration.ofMinutes(90), 12_500L);

    Await.until(
        "all of it, though these chargers cannot tell what they hold",
        () -> first.ofTransaction() == 0 && second.ofTransaction() >= 15,
        () -> first.sent() + "\n" + second.sent());
    JsonPath plan = plan("loop-a");
    assertEquals("IN_FORCE", plan.getString("state.health"), plan.prettify());
    assertTrue(plan.getBoolean("connectors[1].stated"));
    assertTrue(plan.getInt("connectors[1].shortfallWh") < 300, plan.prettify());
    assertEquals("WAITING", plan.getString("connectors[0].why.reason"), plan.prettify());
    assertEquals("WAITING", status("loop-a").getString("connectors[0].why.reason"));

    // When: it leaves
    gateway.ended("loop-a-2", 1, 9002);
    Await.until("the rest", () -> first.ofTransaction() == 16);
    Await.until("fair again", () -> "FAIR".equals(plan("loop-a").getString("state.strategy")));
  }

  @Test
  void aChargerThatReadsItsScheduleBackRightIsHeldSlotBySlot() {
    put("loop-d", 16, "loop-d-1", "loop-d-2");
    // a plan is made where money matters: it is cheap for five hours
    given()
        .contentType("application/json")
        .body(
            "{\"currency\": \"EUR\", \"prices\": [{\"from\": \"%s\", \"pricePerKwh\": 0.3}, {\"from\": \"%s\", \"pricePerKwh\": 0.4}]}"
                .formatted(
                    Instant.now().minus(Duration.ofHours(1)),
                    Instant.now().plus(Duration.ofHours(5))))
        .put("/api/sites/loop-d/prices")
        .then()
        .statusCode(200);
    PlayedCharger first = gateway.connect("loop-d-1");
    PlayedCharger second = gateway.connect("loop-d-2");
    // a schedule that is read back within a minute of the start proves nothing
    Instant begun = Instant.now().minusSeconds(90);
    first.readsBack(begun);
    second.readsBack(begun);
    gateway.started("loop-d-1", 1, 9011, begun);
    gateway.started("loop-d-2", 1, 9012, begun);
    Await.until(
        "both share, and show that they keep time",
        () ->
            first.ofTransaction() >= 7
                && second.ofTransaction() >= 7
                && "PROVEN".equals(status("loop-d").getString("connectors[0].conduct.keepsTime")),
        () -> status("loop-d").prettify() + first.sent() + "\n" + second.sent());

    wish("loop-d-2", 9012, Duration.ofMinutes(90), 12_500L);

    Await.until(
        "more now; the other one goes on for the rest of its turn, and has more later",
        () ->
            second.ofTransaction() == 10
                && first.ofTransaction() == 6
                && second.periods() > 1
                && first.periods() > 2,
        () -> first.sent() + "\n" + second.sent());
    assertTrue(first.periods() <= 10 && second.periods() <= 10, "at most ten periods");
    Await.until(
        "converged",
        () -> status("loop-d").getBoolean("converged"),
        () -> first.sent() + "\n" + second.sent());
  }

  @Test
  void whatWasDeliveredIsNotWantedAgain() {
    put("loop-b", 32, "loop-b-1");
    PlayedCharger charger = gateway.connect("loop-b-1");
    gateway.started("loop-b-1", 1, 9003, Instant.now());
    Await.until("all", () -> charger.ofTransaction() == 32);
    wish("loop-b-1", 9003, Duration.ofHours(5), 20_000L);
    Await.until(
        "the wish",
        () -> Integer.valueOf(20_000).equals(plan("loop-b").get("connectors[0].neededWh")));

    gateway.tell(
        new TransactionEvent.Metered(
            "loop-b-1", 1, 9003, Instant.now(), BigDecimal.valueOf(5000), List.of(), null));
    wish("loop-b-1", 9003, Duration.ofHours(4), 20_000L);

    Await.until(
        "what is left",
        () -> Integer.valueOf(15_000).equals(plan("loop-b").get("connectors[0].neededWh")));
    assertTrue(plan("loop-b").getString("connectors[0].completesAt") != null);
  }

  @Test
  void aPriceThatFallsIsWaitedFor() {
    put("loop-c", 32, "loop-c-1");
    PlayedCharger charger = gateway.connect("loop-c-1");
    Instant cheap = Instant.now().plus(Duration.ofHours(2));
    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"currency\": \"EUR\", \"prices\": [{\"from\": \"%s\", \"pricePerKwh\": 0.4},"
                    .formatted(Instant.now().minus(Duration.ofHours(1)))
                + " {\"from\": \"%s\", \"pricePerKwh\": 0.1}]}".formatted(cheap))
        .put("/api/sites/loop-c/prices")
        .then()
        .statusCode(200);
    gateway.started("loop-c-1", 1, 9004, Instant.now());
    wish("loop-c-1", 9004, Duration.ofHours(8), 10_000L);

    Await.until(
        "it waits",
        () ->
            "PRICE".equals(plan("loop-c").getString("connectors[0].why.reason"))
                && charger.ofTransaction() == 0,
        () -> plan("loop-c").prettify() + charger.sent());

    assertEquals(0.1f, plan("loop-c").getFloat("connectors[0].why.price"));
    assertEquals(0, plan("loop-c").getInt("connectors[0].shortfallWh"));
  }

  private void wish(String chargePoint, int transaction, Duration stay, long energyWh) {
    gateway.tell(
        new TransactionEvent.WishStated(
            chargePoint, 1, transaction, Instant.now().plus(stay), energyWh, Instant.now()));
  }
}
