package io.evenkeel.smartcharging.steering;

import static io.evenkeel.smartcharging.Operator.put;
import static io.evenkeel.smartcharging.Operator.status;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.PlayedCharger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was learned of a charger and of the car that is there is known to whoever plans next. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class LearnedKeptTest {

  @Inject Gateway gateway;
  @Inject Leadership leadership;

  @Test
  void whoPlansNextKnowsThePhasesOfTheCarsThatAreThere() {
    // Given: two cars that share 32 A, the first one on one phase
    put("phases", 32, "phases-1", "phases-2");
    PlayedCharger charger = new PlayedCharger();
    gateway.connect("phases-1", charger);
    gateway.connect("phases-2", new PlayedCharger());
    Instant begun = Instant.now().minusSeconds(100);
    gateway.started("phases-1", 1, 9101, begun);
    gateway.started("phases-2", 1, 9102, begun);
    Await.until("shares", () -> charger.ofTransaction() == 16);
    for (int seconds = 20; seconds <= 100; seconds += 40) {
      draws("phases-1", 9101, begun.plusSeconds(seconds), 16, 0, 0);
    }
    Await.until("learned", () -> phasesUsed() == 1);
    long epoch = leadership.epoch().orElseThrow();

    // When
    leadership.beginAnew();

    // Then
    Await.until("a new term", () -> leadership.epoch().filter(now -> now > epoch).isPresent());
    Await.until("it answers", () -> given().get("/api/sites/phases/status").statusCode() == 200);
    assertEquals(1, phasesUsed());

    // When: it shows more
    draws("phases-1", 9101, Instant.now(), 16, 16, 16);

    // Then
    Await.until("all at once", () -> phasesUsed() == 3);
  }

  private static int phasesUsed() {
    JsonPath status = given().get("/api/sites/phases/status").jsonPath();
    return status.getInt("connectors[0].phasesUsed");
  }

  private void draws(String chargePoint, int transaction, Instant at, int... amperes) {
    gateway.tell(
        new TransactionEvent.Metered(
            chargePoint,
            1,
            transaction,
            at,
            null,
            List.of(
                BigDecimal.valueOf(amperes[0]),
                BigDecimal.valueOf(amperes[1]),
                BigDecimal.valueOf(amperes[2])),
            null));
  }
}
