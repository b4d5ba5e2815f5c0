package io.evenkeel.gateway.socket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.ChargePointEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What is counted, and what is bounded. */
@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class TrafficTest {

  @Inject Fleet fleet;
  @Inject TransactionServiceDouble transactions;

  private static double meter(String line) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(found -> found.startsWith(line + " "))
        .mapToDouble(found -> Double.parseDouble(found.substring(line.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Test
  void callsConnectionsAndDisconnectsAreCounted() throws ExecutionException {
    // Given
    var heartbeats =
        "evenkeel_gateway_calls_seconds_count{action=\"Heartbeat\",outcome=\"result\"}";
    var left = "evenkeel_gateway_disconnects_total{cause=\"peer-closed\"}";
    var connections = "evenkeel_gateway_connections";
    var id = fleet.newId();
    double before = meter(heartbeats);
    double leftBefore = meter(left);

    // When
    try (var chargePoint = fleet.accepted(id)) {
      chargePoint.heartbeat();
      chargePoint.heartbeat();

      // Then
      assertEquals(before + 2, meter(heartbeats));
      assertTrue(meter(connections) >= 1, "connections are counted");
      assertTrue(
          meter("evenkeel_gateway_handshakes_total{result=\"opened\"}") >= 1, "so are handshakes");
    }
    Await.until("counted as gone", () -> meter(left) > leftBefore);
  }

  @Test
  void aChargePointThatDoesNotReadItsAnswersIsNotHeardAndThenCutOff() throws ExecutionException {
    // Given
    var id = fleet.newId();
    ChargePoint chargePoint = fleet.accepted(id);
    var in = "evenkeel_gateway_frames_total{direction=\"in\"}";
    double before = meter(in);

    // When
    chargePoint.freeze();
    int sent = 300_000;
    for (int i = 0; i < sent; i++) {
      chargePoint.send("[2,\"" + i + "\",\"Heartbeat\",{}]");
    }

    // Then
    Await.until(
        "cut off", () -> !transactions.eventsOf(id, ChargePointEvent.Disconnected.class).isEmpty());
    assertEquals(
        "peer-silent",
        transactions.eventsOf(id, ChargePointEvent.Disconnected.class).getFirst().cause());
    assertTrue(meter(in) - before < sent, "reading stopped before all was read");
  }
}
