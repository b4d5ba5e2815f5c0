package io.evenkeel.gateway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.AuthServiceDouble;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Transactions on their way to transaction-service, and what becomes of them when it is not well.
 */
@QuarkusTest
class TransactionCallTest {

  private static final AtomicInteger TAGS = new AtomicInteger();

  @Inject Fleet fleet;
  @Inject AuthServiceDouble auth;
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
    auth.letGo();
    transactions.letGo(id);
    chargePoint.close();
  }

  private static String newTag() {
    return "Tx-" + TAGS.incrementAndGet();
  }

  private static JsonObject start(String tag) {
    return new JsonObject()
        .put("connectorId", 1)
        .put("idTag", tag)
        .put("meterStart", 1000)
        .put("timestamp", "2026-01-01T10:00:00Z");
  }

  private static JsonObject stop(int transaction) {
    return new JsonObject()
        .put("transactionId", transaction)
        .put("meterStop", 2000)
        .put("timestamp", "2026-01-01T11:00:00Z");
  }

  @Test
  void TC_003_aStartIsPassedOnWithTheDecision() {
    var tag = newTag();
    auth.tag(new Authorization(tag, AuthorizationStatus.Accepted, null, "P", 2));

    var answer = chargePoint.ask("StartTransaction", start(tag)).payload();

    assertTrue(answer.getInteger("transactionId") > 0, "a positive id");
    assertEquals("Accepted", answer.getJsonObject("idTagInfo").getString("status"));
    var call = transactions.callsOf(id).getFirst();
    assertNotNull(call.authorization());
    assertEquals(2, call.authorization().maxConcurrentTransactions());
    assertEquals(id, call.from() == null ? "" : call.chargePoint());
    assertTrue(call.deadline().isAfter(call.receivedAt()), "a deadline");
  }

  @Test
  void aStartThatIsRepeatedOnANewSocketHasTheSameId() throws ExecutionException {
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);
    int first =
        chargePoint.ask("StartTransaction", start(tag)).payload().getInteger("transactionId");

    try (var again = fleet.connect(id)) {
      int second = again.ask("StartTransaction", start(tag)).payload().getInteger("transactionId");
      assertEquals(first, second);
    }
  }

  @Test
  void TC_037_3_anUnknownTagIsPassedOnAsInvalid() {
    var answer = chargePoint.ask("StartTransaction", start("stranger")).payload();

    assertEquals("Invalid", answer.getJsonObject("idTagInfo").getString("status"));
    assertTrue(answer.getInteger("transactionId") > 0, "and still has an id");
  }

  @Test
  void aStopWithoutATagIsPassedOnWithoutADecision() {
    var answer = chargePoint.ask("StopTransaction", stop(7));

    assertFalse(answer.payload().containsKey("idTagInfo"), "absent as it came");
    assertNull(transactions.callsOf(id).getFirst().authorization());
  }

  @Test
  void aStopIsPassedOnEvenWhenItsTagCannotBeDecided() {
    auth.mood(AuthServiceDouble.Mood.FAILS);

    var answer = chargePoint.ask("StopTransaction", stop(7).put("idTag", newTag()));

    assertEquals(3, answer.type());
    assertNull(transactions.callsOf(id).getFirst().authorization());
  }

  @Test
  void aStartWhoseTagCannotBeDecidedFailsAndIsRepeated() {
    // Given
    var tag = newTag();
    auth.mood(AuthServiceDouble.Mood.FAILS);
    assertEquals("InternalError", chargePoint.ask("StartTransaction", start(tag)).errorCode());
    assertEquals(0, transactions.callsOf(id).size());

    // When
    auth.mood(AuthServiceDouble.Mood.WORKS);

    // Then
    assertEquals(3, chargePoint.ask("StartTransaction", start(tag)).type());
  }

  @Test
  void aFailedTransactionCallIsACallErrorAndTheRepeatSucceedsOnce() {
    // Given
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);
    transactions.fail(id, ErrorCode.InternalError);

    // Then
    assertEquals("InternalError", chargePoint.ask("StartTransaction", start(tag)).errorCode());
    assertEquals("InternalError", chargePoint.ask("StopTransaction", stop(1)).errorCode());

    // When
    transactions.recover(id);

    // Then
    int one = chargePoint.ask("StartTransaction", start(tag)).payload().getInteger("transactionId");
    int two = chargePoint.ask("StartTransaction", start(tag)).payload().getInteger("transactionId");
    assertEquals(one, two);
  }

  @Test
  void aCallWithoutAnyReplyFailsAfterItsDeadline() {
    transactions.hold(id);

    var answer = chargePoint.ask("StopTransaction", stop(1));

    assertEquals("InternalError", answer.errorCode());
  }

  @Test
  void startsAndStopsOfOneChargePointArriveInOrder() {
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);
    for (int i = 0; i < 20; i++) {
      chargePoint.call("StartTransaction", start(tag).put("meterStart", i));
      chargePoint.call("StopTransaction", stop(i));
    }

    for (int i = 0; i < 40; i++) {
      assertEquals(3, chargePoint.answer().type());
    }
    var messages = transactions.callsOf(id).stream().map(call -> call.messageId()).toList();
    var sorted =
        messages.stream()
            .sorted(Comparator.comparing(m -> Integer.parseInt(m.substring(1))))
            .toList();
    assertEquals(sorted, messages);
  }
}
