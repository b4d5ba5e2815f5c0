package io.evenkeel.smartcharging.steering;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.PlayedCharger;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a site is told by its building and its grid reaches the chargers, and outlives the process.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class InputSteeringTest {

  private static final AtomicInteger TRANSACTIONS = new AtomicInteger(90_000);

  @Inject Gateway gateway;
  @Inject Leadership leadership;
  @Inject Stays stays;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void somebodyPlans() {
    Await.until("this process plans", () -> leadership.epoch().isPresent());
  }

  @Test
  void aBuildingThatDrawsMoreLowersItsChargersAtOnce() {
    PlayedCharger charger = charging("in-a", TRANSACTIONS.incrementAndGet());
    read("in-a", now.minusSeconds(10), 10);
    Await.until("all it can take", () -> charger.ofTransaction() == 32);

    read("in-a", now, 30);

    Await.until("what is left", () -> charger.ofTransaction() == 20);
  }

  @Test
  void aSignalReachesTheChargersAndEndsByItself() {
    PlayedCharger charger = charging("in-b", TRANSACTIONS.incrementAndGet());
    read("in-b", now, 10);
    Await.until("all it can take", () -> charger.ofTransaction() == 32);

    signal("in-b", "{\"node\": \"grid\", \"a\": [16, 16, 16], \"until\": \"%s\"}", 3);

    Await.until("dimmed, and 10 A are the building's", () -> charger.ofTransaction() == 6);
    Await.until("as before", () -> charger.ofTransaction() == 32);
    given().get("/api/sites/in-b/signals/dim").then().body("state", is("ended"));
  }

  @Test
  void whatWasToldOutlivesWhoeverPlans() {
    int transaction = TRANSACTIONS.incrementAndGet();
    PlayedCharger charger = charging("in-c", transaction);
    read("in-c", now, 30);
    signal("in-c", "{\"node\": \"grid\", \"percent\": 90, \"until\": \"%s\"}", 3600);
    given()
        .contentType(ContentType.JSON)
        .body("{\"prices\": [{\"from\": \"2026-01-01T00:00:00Z\", \"pricePerKwh\": 0.3}]}")
        .put("/api/sites/in-c/prices")
        .then()
        .statusCode(200);
    gateway.tell(new WishStated("in-c-1", 1, transaction, now.plusSeconds(7200), 9000L, now));
    Await.until("90 % of 50 A, less 30 A", () -> charger.ofTransaction() == 15);

    long epoch = leadership.epoch().orElseThrow();
    leadership.beginAnew();
    Await.until("the next term", () -> leadership.epoch().filter(it -> it > epoch).isPresent());

    given().get("/api/sites/in-c/meters").then().body("[0].last.a[0]", is(30.0f));
    given().get("/api/sites/in-c/signals").then().body("[0].percent", is(90));
    given().get("/api/sites/in-c/prices").then().body("prices[0].pricePerKwh", is(0.3f));
    Long wanted = stays.of(new ConnectorKey("in-c-1", 1)).orElseThrow().energyWh();
    assertTrue(wanted != null && wanted == 9000);
    String status = given().get("/api/sites/in-c/status").asString();
    assertTrue(
        charger.ofTransaction() <= 15, charger.ofTransaction() + " " + charger.sent() + status);
  }

  private PlayedCharger charging(String site, int transaction) {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"nodes": [{"id": "grid", "limitA": [50, 50, 50], "baseA": [5, 5, 5],
               "meters": [{"id": "main", "measures": "unmanaged", "marginA": 0}]}],
             "connectors": [{"chargePoint": "%s-1", "connectorId": 1, "node": "grid"}]}
            """
                .formatted(site))
        .put("/api/sites/" + site)
        .then()
        .statusCode(201);
    PlayedCharger charger = new PlayedCharger();
    gateway.connect(site + "-1", charger);
    gateway.started(site + "-1", 1, transaction, Instant.now());
    return charger;
  }

  private static void read(String site, Instant at, int amperes) {
    given()
        .contentType(ContentType.JSON)
        .body("{\"at\": \"%s\", \"a\": [%d, %d, %d]}".formatted(at, amperes, amperes, amperes))
        .post("/api/sites/" + site + "/meters/main/readings")
        .then()
        .statusCode(200);
  }

  private static void signal(String site, String signal, int seconds) {
    given()
        .contentType(ContentType.JSON)
        .body(signal.formatted(Instant.now().plusSeconds(seconds)))
        .put("/api/sites/" + site + "/signals/dim")
        .then()
        .statusCode(201);
  }
}
