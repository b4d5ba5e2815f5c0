package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.SessionRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshake and transport, item by item. TLS is not here yet. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HandshakeTest {

  @Inject Fleet fleet;
  @Inject Directory directory;
  @Inject TransactionServiceDouble transactions;
  @Inject Publisher<ConnectionFact> facts;

  private static int refusal(ChargePoint.Way way) {
    var failure = assertThrows(ExecutionException.class, () -> ChargePoint.connect(way));
    return assertInstanceOf(UpgradeRejectedException.class, failure.getCause()).getStatus();
  }

  @Test
  void unknownChargePointIs404() {
    assertEquals(404, refusal(fleet.way("nobody")));
    assertEquals(404, refusal(fleet.way("nobody").path("/elsewhere/nobody")));
    var malformed = RawHandshake.upgrade(fleet.way("nobody").path("/ocpp/%zz"));
    assertTrue(malformed.head().startsWith("HTTP/1.1 404"), malformed.head());
  }

  @Test
  void whatIsNoWebSocketIsToldSo() {
    var request = "GET /ocpp/x HTTP/1.1\r\nHost: h\r\n\r\n";

    var answer = RawHandshake.send(fleet.way("x").port(), request);

    assertTrue(answer.head().startsWith("HTTP/1.1 426"), answer.head());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slash/and space", "RDAM|12 A/Bé+1", "100%", "東京-1"})
  void percentEncodedIdIsDecodedOnce(String id) throws ExecutionException {
    fleet.register(id, Registration.Accepted, null);

    try (var chargePoint = fleet.connect(id)) {
      chargePoint.boot();

      Await.until("connected as " + id, () -> directory.sessionOf(id).isPresent());
    }
  }

  @Test
  void aPlusSignStaysAPlusSign() throws ExecutionException {
    fleet.register("A+B", Registration.Accepted, null);

    try (var chargePoint = ChargePoint.connect(fleet.way("A+B").path("/ocpp/A+B"))) {
      assertEquals("ocpp1.6", chargePoint.subprotocol());
    }
  }

  @Test
  void TC_088_theSubprotocolIsEchoed() throws ExecutionException {
    try (var chargePoint = fleet.connect(fleet.registered())) {
      assertEquals("ocpp1.6", chargePoint.subprotocol());
    }
  }

  @Test
  void theFirstSubprotocolThatIsSpokenHereIsChosen() throws ExecutionException {
    var way = fleet.way(fleet.registered()).offering("ocpp2.0.1", "ocpp1.6");

    try (var chargePoint = ChargePoint.connect(way)) {
      assertEquals("ocpp1.6", chargePoint.subprotocol());
    }
  }

  @Test
  void withoutACommonSubprotocolTheSocketIsClosedAtOnceAndNothingIsHandled()
      throws ExecutionException {
    // Given
    var id = fleet.registered();
    var foreign = RawHandshake.upgrade(fleet.way(id).offering("ocpp2.0.1"));
    var none = RawHandshake.upgrade(fleet.way(id).offering());

    // Then
    for (var answer : List.of(foreign, none)) {
      assertTrue(answer.head().startsWith("HTTP/1.1 101"), answer.head());
      assertTrue(!answer.head().toLowerCase(Locale.ROOT).contains("protocol:"), answer.head());
      assertEquals(1002, answer.closeCode());
    }
    assertTrue(directory.sessionOf(id).isEmpty(), "it does not count as connected");
  }

  @Test
  void TC_085_passwordIsRequiredAndChecked() throws ExecutionException {
    // Given
    var id = fleet.newId();
    var password = "s3cret".getBytes(StandardCharsets.UTF_8);
    fleet.register(id, Registration.Accepted, password);

    // Then
    assertEquals(401, refusal(fleet.way(id)));
    assertEquals(
        401, refusal(fleet.way(id).password(id, "wrong".getBytes(StandardCharsets.UTF_8))));
    assertEquals(401, refusal(fleet.way(id).password("other", password)));
    assertEquals(401, refusal(fleet.way(id).header("Authorization", "Bearer x")));
    for (int again = 0; again < 3; again++) {
      try (var chargePoint = ChargePoint.connect(fleet.way(id).password(id, password))) {
        assertEquals("ocpp1.6", chargePoint.subprotocol());
      }
    }
  }

  @Test
  void aChangedPasswordIsRequiredAtTheNextConnection() throws ExecutionException {
    // Given
    var id = fleet.newId();
    var before = "before".getBytes(StandardCharsets.UTF_8);
    var after = "after".getBytes(StandardCharsets.UTF_8);
    fleet.register(id, Registration.Accepted, before);
    ChargePoint.connect(fleet.way(id).password(id, before)).close();

    // When
    fleet.register(id, null, after);

    // Then
    assertEquals(401, refusal(fleet.way(id).password(id, before)));
    ChargePoint.connect(fleet.way(id).password(id, after)).close();
  }

  @Test
  void aPasswordOfTwentyArbitraryBytesIsAccepted() throws ExecutionException {
    var id = fleet.newId();
    var password = new byte[20];
    new SplittableRandom(3).nextBytes(password);
    password[4] = ':';
    password[5] = (byte) 0xff;
    fleet.register(id, Registration.Accepted, password);

    try (var chargePoint = ChargePoint.connect(fleet.way(id).password(id, password))) {
      assertEquals("ocpp1.6", chargePoint.subprotocol());
    }
  }

  @Test
  void compressionIsNotNegotiatedAndTheSocketWorks() throws ExecutionException {
    var way =
        fleet
            .way(fleet.registered())
            .header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");

    try (var chargePoint = ChargePoint.connect(way)) {
      assertEquals("Accepted", chargePoint.boot().payload().getString("status"));
    }
    var head = RawHandshake.upgrade(way.offering("ocpp2.0.1")).head();
    assertTrue(head.startsWith("HTTP/1.1 101"), head);
    assertTrue(!head.toLowerCase(Locale.ROOT).contains("extensions"), head);
  }

  @Test
  void theNewestSocketServesAndALateCloseOfTheOldOneChangesNothing() throws ExecutionException {
    // Given
    var id = fleet.newId();
    var older = fleet.accepted(id);
    var first = directory.sessionOf(id);

    // When
    try (var newer = fleet.connect(id)) {
      // Then
      assertEquals(1008, older.closeCode());
      Await.until("the newer socket is known", () -> !directory.sessionOf(id).equals(first));
      assertEquals(3, newer.heartbeat().type());
      assertTrue(directory.sessionOf(id).isPresent(), "it is still connected");
      assertEquals(
          0, transactions.eventsOf(id, ChargePointEvent.Disconnected.class).size(), "nobody left");
    }
    Await.until("it left", () -> directory.sessionOf(id).isEmpty());
    Await.until(
        "its leaving is told",
        () -> !transactions.eventsOf(id, ChargePointEvent.Disconnected.class).isEmpty());
    assertEquals(1, transactions.eventsOf(id, ChargePointEvent.Disconnected.class).size());
  }

  @Test
  void aSocketOnAnotherNodeTakesOver() throws ExecutionException {
    // Given
    var id = fleet.newId();
    var here = fleet.accepted(id);
    var there = new SessionRef(1, Instant.now().toEpochMilli(), 1);

    // When
    facts
        .publish(new ConnectionFact.Held(id, there, Instant.now().plusMillis(1)))
        .await()
        .atMost(Duration.ofSeconds(5));

    // Then
    assertEquals(1008, here.closeCode());
    assertEquals(there, directory.sessionOf(id).orElseThrow());
    assertEquals(
        0, transactions.eventsOf(id, ChargePointEvent.Disconnected.class).size(), "nobody left");
  }

  @Test
  void aPeerThatIsSilentIsOfflineWithinThePingDeadline() throws ExecutionException {
    // Given
    var id = fleet.newId();
    var chargePoint = fleet.accepted(id);

    // When
    chargePoint.freeze();

    // Then
    Await.until("offline", () -> directory.sessionOf(id).isEmpty());
    Await.until(
        "told as silent",
        () ->
            transactions.eventsOf(id, ChargePointEvent.Disconnected.class).stream()
                .anyMatch(event -> event.cause().equals("peer-silent")));
  }

  @Test
  void aPeerThatAnswersPingsStays() throws ExecutionException {
    var id = fleet.newId();
    try (var chargePoint = fleet.accepted(id)) {
      var opened = Instant.now();

      Await.until(
          "three ping intervals went by",
          () -> Instant.now().isAfter(opened.plusMillis(3_000)) || !chargePoint.isOpen());

      assertTrue(chargePoint.isOpen(), "a charge point that answers pings is not cut off");
    }
  }

  @Test
  void aCutTcpConnectionIsOfflineAtOnce() throws ExecutionException {
    var id = fleet.newId();
    var chargePoint = fleet.accepted(id);

    chargePoint.drop();

    Await.until("offline", () -> directory.sessionOf(id).isEmpty());
  }

  @Test
  void emptyAndBinaryFramesAreIgnoredAndFragmentsJoined() throws ExecutionException {
    try (var chargePoint = fleet.accepted(fleet.newId())) {
      chargePoint.send("");
      chargePoint.send("  ");
      chargePoint.binary(new byte[] {1, 2, 3});
      chargePoint.frame(WebSocketFrame.textFrame("[2,\"frag\",", false));
      chargePoint.frame(WebSocketFrame.continuationFrame(Buffer.buffer("\"Heartbeat\""), false));
      chargePoint.frame(WebSocketFrame.continuationFrame(Buffer.buffer(",{}]"), true));

      assertEquals("frag", chargePoint.answer().id());
    }
  }

  @Test
  void textThatIsNotUtf8IsClosedWith1007() throws ExecutionException {
    var chargePoint = fleet.accepted(fleet.newId());

    chargePoint.textBytes(new byte[] {'[', '2', (byte) 0xc3, 0x28});

    assertEquals(1007, chargePoint.closeCode());
  }

  @Test
  void aLongAnswerIsTakenAndOneOverTheLimitIsClosedWith1009() throws ExecutionException {
    // Given
    var id = fleet.newId();
    fleet.register(id, Registration.Accepted, null);
    var chargePoint = fleet.connect(id).manual();
    chargePoint.boot();

    // When
    var call = chargePoint.nextCall();
    var keys = new JsonArray();
    while (keys.size() < 1800) {
      keys.add(
          new JsonObject()
              .put("key", "Vendor.Key." + keys.size())
              .put("readonly", false)
              .put("value", "v".repeat(500)));
    }
    keys.add(
        new JsonObject().put("key", "NumberOfConnectors").put("readonly", true).put("value", "2"));
    chargePoint.result(call.id(), new JsonObject().put("configurationKey", keys));

    // Then
    Await.until(
        "a million bytes were read",
        () ->
            transactions.eventsOf(id, ChargePointEvent.CapabilitiesKnown.class).stream()
                .anyMatch(event -> event.capabilities().connectors() == 2));
    chargePoint.send("x".repeat((1 << 20) + 1));
    assertEquals(1009, chargePoint.closeCode());
  }

  @Test
  void fragmentsOverTheLimitAreClosedWith1009() throws ExecutionException {
    var chargePoint = fleet.accepted(fleet.newId());

    chargePoint.frame(WebSocketFrame.textFrame("x".repeat(900_000), false));
    chargePoint.frame(WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(200_000)), true));

    assertEquals(1009, chargePoint.closeCode());
  }

  @Test
  void aKnownChargePointWorksOnWithoutABoot() throws ExecutionException {
    var id = fleet.newId();
    fleet.accepted(id).close();

    try (var again = fleet.connect(id)) {
      assertEquals(3, again.heartbeat().type());
      again.noCallFor(200);
    }
  }

  @Test
  void manyComeBackAtOnceAndNoneIsRefused() throws ExecutionException {
    // Given
    var password = "the same for all".getBytes(StandardCharsets.UTF_8);
    var ids = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      var id = fleet.newId();
      fleet.register(id, Registration.Accepted, password);
      ids.add(id);
    }

    // When
    var starting =
        ids.stream().map(id -> ChargePoint.start(fleet.way(id).password(id, password))).toList();

    // Then
    for (var start : starting) {
      ChargePoint.get(start).close();
    }
  }
}
