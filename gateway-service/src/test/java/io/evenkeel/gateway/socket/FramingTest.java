package io.evenkeel.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Frame;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.Reset;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RPC framing, item by item. */
@QuarkusTest
class FramingTest {

  @Inject Fleet fleet;
  @Inject Commands commands;
  @Inject TransactionServiceDouble transactions;

  private String id = "";
  private ChargePoint chargePoint;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id);
  }

  @AfterEach
  void close() {
    transactions.letGo(id);
    chargePoint.close();
  }

  private void stillWorks() {
    assertEquals(3, chargePoint.heartbeat().type());
  }

  private static JsonObject status(int connector) {
    return new JsonObject()
        .put("connectorId", connector)
        .put("errorCode", "NoError")
        .put("status", "Available");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{",
        "null",
        "42",
        "\"text\"",
        "{\"a\":1}",
        "[]",
        "[2]",
        "[[[[[",
        "[5,\"x\",\"Heartbeat\",{}]",
        "[\"2\",\"x\",\"Heartbeat\",{}]"
      })
  void whatIsNoFrameIsIgnored(String text) {
    chargePoint.send(text);

    stillWorks();
  }

  @Test
  void aMalformedCallWithAReadableIdIsAnswered() {
    chargePoint.send("[2,\"short\"]");

    var answer = chargePoint.answer();
    assertEquals("short", answer.id());
    assertTrue(answer.isError(), "a CALLERROR");
    stillWorks();
  }

  @Test
  void aMessageIdOverItsLengthIsAFormationViolation() {
    var longId = "x".repeat(37);
    chargePoint.send("[2,\"" + longId + "\",\"Heartbeat\",{}]");

    assertEquals("FormationViolation", chargePoint.answer().errorCode());
    stillWorks();
  }

  @Test
  void theSameMessageIdWhileItIsHandledIsHandledOnce() {
    // Given
    transactions.hold(id);
    var call =
        new JsonArray().add(2).add("twice").add("StatusNotification").add(status(1)).encode();

    // When
    chargePoint.send(call);
    chargePoint.send(call);
    Await.until("one is handled", () -> notifications() == 1);
    transactions.letGo(id);

    // Then
    assertEquals("twice", chargePoint.answer().id());
    stillWorks();
    assertEquals(1, notifications());
  }

  private long notifications() {
    return transactions.eventsOf(id, ChargePointEvent.Notified.class).size();
  }

  @Test
  void theSameMessageIdOnANewSocketIsANewFrame() throws ExecutionException {
    chargePoint.send("[2,\"same\",\"Heartbeat\",{}]");
    assertEquals("same", chargePoint.answer().id());

    try (var again = fleet.connect(id)) {
      again.send("[2,\"same\",\"Heartbeat\",{}]");

      assertEquals("same", again.answer().id());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Nonsense,NotImplemented",
    "heartbeat,NotImplemented",
    "Reset,NotSupported",
  })
  void actionsThatAreNotAnsweredHere(String action, String code) {
    var answer = chargePoint.ask(action, new JsonObject());

    assertEquals(code, answer.errorCode());
    stillWorks();
  }

  @Test
  void heartbeatIsAnsweredWhateverItsEmptyPayload() {
    for (var payload : Arrays.asList("{}", "null")) {
      chargePoint.send("[2,\"hb\",\"Heartbeat\"," + payload + "]");

      var time = chargePoint.answer().payload().getString("currentTime");
      assertTrue(time.endsWith("Z"), time);
      assertTrue(Duration.between(Instant.parse(time), Instant.now()).abs().toSeconds() < 60, time);
    }
  }

  @Test
  void badPayloadsHaveTheRightErrorCodes() {
    var codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList();
    var missing = chargePoint.ask("StatusNotification", new JsonObject().put("connectorId", 1));
    var type = chargePoint.ask("StatusNotification", status(1).put("connectorId", "one"));
    var badEnum = chargePoint.ask("StatusNotification", status(1).put("status", "Happy"));
    var tooLong = chargePoint.ask("Authorize", new JsonObject().put("idTag", "x".repeat(21)));

    assertTrue(
        missing.errorCode().equals("ProtocolError")
            || missing.errorCode().equals("OccurenceConstraintViolation"),
        missing.errorCode());
    assertEquals("TypeConstraintViolation", type.errorCode());
    assertEquals("PropertyConstraintViolation", badEnum.errorCode());
    assertEquals("PropertyConstraintViolation", tooLong.errorCode());
    for (var answer : Arrays.asList(missing, type, badEnum, tooLong)) {
      assertTrue(codes.contains(answer.errorCode()), answer.errorCode());
      assertEquals(5, answer.json().size(), "a CALLERROR always has five elements");
      assertTrue(answer.json().getValue(3) instanceof String, "with a description");
      assertTrue(answer.json().getValue(4) instanceof JsonObject, "and details");
    }
    stillWorks();
  }

  @Test
  void unknownPropertiesAreToleratedAndKept() {
    var answer = chargePoint.ask("StatusNotification", status(1).put("vendorNews", "x"));

    assertEquals(3, answer.type());
    var told = transactions.eventsOf(id, ChargePointEvent.Notified.class).getLast();
    assertTrue(String.join(" ", told.remarks()).contains("vendorNews"), told.remarks().toString());
    assertTrue(String.valueOf(told.raw()).contains("vendorNews"), "the payload as received");
  }

  @Test
  void answersToNothingAreIgnored() {
    chargePoint.result("unheard-of", new JsonObject());
    chargePoint.error("unheard-of", "GenericError", "");

    stillWorks();
  }

  private CompletableFuture<CommandOutcome> clearCache(Duration timeout) {
    return commands
        .send(id, new ClearCache.Request(), timeout)
        .subscribeAsCompletionStage()
        .toCompletableFuture();
  }

  @Test
  void oneCallIsOutAtATimeAndTheChargePointsOwnCrossesIt() throws ExecutionException {
    // Given
    var first = clearCache(Duration.ofSeconds(10));
    var call = chargePoint.nextCall();
    var second = clearCache(Duration.ofSeconds(10));

    // Then
    stillWorks();
    chargePoint.noCallFor(200);
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    assertEquals(Outcome.Answered, ChargePoint.get(first).outcome());
    var next = chargePoint.nextCall();
    chargePoint.result(next.id(), new JsonObject().put("status", "Rejected"));
    assertEquals(
        new ClearCache.Response(ClearCache.Status.Rejected), ChargePoint.get(second).response());
  }

  @Test
  void aSilentChargePointTimesOutAndTheNextCommandIsSent() throws ExecutionException {
    // Given
    var silent = clearCache(Duration.ofSeconds(1));
    var call = chargePoint.nextCall();
    var next = clearCache(Duration.ofSeconds(10));

    // Then
    var outcome = ChargePoint.get(silent);
    assertEquals(Outcome.TimedOut, outcome.outcome());
    assertTrue(outcome.sentAt() != null, "it was sent");
    var second = chargePoint.nextCall();
    // too late, and for nobody
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    chargePoint.result(second.id(), new JsonObject().put("status", "Accepted"));
    assertEquals(Outcome.Answered, ChargePoint.get(next).outcome());
  }

  @Test
  void anExpiredCommandNeverReachesTheChargePoint() throws ExecutionException {
    // Given
    var blocker = clearCache(Duration.ofSeconds(3));
    var call = chargePoint.nextCall();
    var reset =
        commands
            .send(id, new Reset.Request(Reset.Type.Hard), Duration.ofSeconds(1))
            .subscribeAsCompletionStage()
            .toCompletableFuture();

    // Then
    var outcome = ChargePoint.get(reset);
    assertEquals(Outcome.Expired, outcome.outcome());
    assertNull(outcome.sentAt());
    chargePoint.result(call.id(), new JsonObject().put("status", "Accepted"));
    assertEquals(Outcome.Answered, ChargePoint.get(blocker).outcome());
    chargePoint.noCallFor(300);
  }

  @Test
  void anInvalidAnswerIsRefusedAndTheNextCommandIsSent() throws ExecutionException {
    var outcome = clearCache(Duration.ofSeconds(10));
    chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", ""));

    assertEquals(Outcome.Refused, ChargePoint.get(outcome).outcome());
    assertTrue(ChargePoint.get(outcome).errorCode() != null, "it says why");
  }

  @Test
  void aStuckChargePointDoesNotDelayAnother() throws ExecutionException {
    // Given
    transactions.hold(id);
    chargePoint.call("StatusNotification", status(1));
    var stuck = clearCache(Duration.ofSeconds(2));
    chargePoint.nextCall();
    var otherId = fleet.newId();

    // When
    try (var other = fleet.accepted(otherId)) {
      var before = Instant.now();
      assertEquals(3, other.ask("StatusNotification", status(1)).type());
      var command =
          commands
              .send(otherId, new ClearCache.Request(), Duration.ofSeconds(5))
              .subscribeAsCompletionStage()
              .toCompletableFuture();
      other.result(other.nextCall().id(), new JsonObject().put("status", "Accepted"));

      // Then
      assertEquals(Outcome.Answered, ChargePoint.get(command).outcome());
      assertTrue(Duration.between(before, Instant.now()).toMillis() < 1500, "no delay");
    }
    assertEquals(Outcome.TimedOut, ChargePoint.get(stuck).outcome());
  }

  @Test
  void aThousandPipelinedCallsAreAnsweredInOrder() {
    // When
    for (int i = 0; i < 1000; i++) {
      chargePoint.send(
          new JsonArray()
              .add(2)
              .add("p" + i)
              .add(i % 3 == 0 ? "Heartbeat" : "StatusNotification")
              .add(i % 3 == 0 ? new JsonObject() : status(i % 5))
              .encode());
    }

    // Then
    for (int i = 0; i < 1000; i++) {
      var answer = chargePoint.answer();
      assertEquals("p" + i, answer.id());
      assertEquals(3, answer.type());
    }
  }

  @Test
  void pipelinedCallsWaitWhileTheFirstIsHeldAndAreAllAnsweredThen() {
    // Given
    transactions.hold(id);
    for (int i = 0; i < 50; i++) {
      chargePoint.send("[2,\"w" + i + "\",\"StatusNotification\"," + status(1).encode() + "]");
    }
    Await.until("the first is handled", () -> notifications() == 1);

    // When
    transactions.letGo(id);

    // Then
    for (int i = 0; i < 50; i++) {
      assertEquals("w" + i, chargePoint.answer().id());
    }
  }

  @Test
  void whatIsNotDurableInTimeIsNotAcknowledged() {
    // Given
    transactions.hold(id);

    // When
    Frame answer = chargePoint.ask("StatusNotification", status(1));

    // Then
    assertEquals("InternalError", answer.errorCode());
    transactions.letGo(id);
    stillWorks();
    chargePoint.noAnswerFor(200);
  }
}
