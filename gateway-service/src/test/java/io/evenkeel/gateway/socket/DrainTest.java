package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.registry.PasswordCheck;
import io.evenkeel.messaging.Directory;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node lets go of its charge points; shown on a listener of its own. */
@QuarkusTest
class DrainTest {

  private static final JsonObject STATUS =
      new JsonObject().put("connectorId", 1).put("errorCode", "NoError").put("status", "Available");

  @Inject Fleet fleet;
  @Inject GatewayNode node;
  @Inject PasswordCheck passwords;
  @Inject Vertx vertx;
  @Inject Directory directory;
  @Inject TransactionServiceDouble transactions;

  private OcppListener listener;
  private int port;

  @BeforeEach
  void listen() throws ExecutionException {
    listener = new OcppListener(node, passwords);
    port = ChargePoint.get(listener.listen(vertx, 0, 2).toCompletionStage().toCompletableFuture());
  }

  private ChargePoint connect(String id) throws ExecutionException {
    var chargePoint = ChargePoint.connect(ChargePoint.Way.to(port, id));
    chargePoint.boot();
    return chargePoint;
  }

  @Test
  void callsUnderWayAreFinishedAndSocketsClosedWith1012OverTime() throws ExecutionException {
    // Given
    var many = new ArrayList<ChargePoint>();
    for (int i = 0; i < 40; i++) {
      many.add(connect(fleet.registered()));
    }
    var busyId = fleet.registered();
    var busy = connect(busyId);
    transactions.hold(busyId);
    busy.call("StatusNotification", STATUS);

    // When
    var begun = Instant.now();
    listener.drain(Duration.ofSeconds(3));

    // Then
    assertEquals("503", refusal(fleet.registered()), "nobody else is let in while this one drains");
    Await.until("half are gone", () -> many.stream().filter(ChargePoint::isOpen).count() <= 20);
    assertTrue(
        many.stream().anyMatch(ChargePoint::isOpen) || elapsed(begun) > 500,
        "they do not leave all at once");
    for (var chargePoint : many) {
      assertEquals(1012, chargePoint.closeCode());
    }
    assertTrue(busy.isOpen(), "the one whose call is under way is waited for");
    transactions.letGo(busyId);
    assertEquals(3, busy.answer().type());
    assertEquals(1012, busy.closeCode());
    Await.until("all know", () -> directory.sessionOf(busyId).isEmpty());
  }

  private static long elapsed(Instant since) {
    return Duration.between(since, Instant.now()).toMillis();
  }

  private String refusal(String id) {
    return RawHandshake.upgrade(ChargePoint.Way.to(port, id)).head().split(" ")[1];
  }

  @Test
  void theTimeForItIsBounded() throws ExecutionException {
    // Given
    var stuckId = fleet.registered();
    var stuck = connect(stuckId);
    transactions.hold(stuckId);
    stuck.call("StatusNotification", STATUS);

    // When
    var begun = Instant.now();
    listener.drain(Duration.ofMillis(500));

    // Then
    assertEquals(1012, stuck.closeCode());
    assertTrue(elapsed(begun) < 1900, "before the call's own deadline");
    transactions.letGo(stuckId);
  }
}
