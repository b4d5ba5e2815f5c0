package io.evenkeel.gateway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.AuthServiceDouble;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Frame;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may charge, and transactions on their way: with auth-service and transaction-service, and
 * without.
 */
@QuarkusTest
class AuthorizeTest {

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
    return "Tag-" + TAGS.incrementAndGet();
  }

  private Frame authorize(String tag) {
    return chargePoint.ask("Authorize", new JsonObject().put("idTag", tag));
  }

  private String status(String tag) {
    return info(authorize(tag)).getString("status");
  }

  private static JsonObject info(Frame answer) {
    return answer.payload().getJsonObject("idTagInfo");
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

  // ---- Authorize

  @Test
  void TC_023_statusIsAsAuthServiceDecides() {
    var accepted = newTag();
    var blocked = newTag();
    var expired = newTag();
    auth.tag(accepted, AuthorizationStatus.Accepted);
    auth.tag(blocked, AuthorizationStatus.Blocked);
    auth.tag(expired, AuthorizationStatus.Accepted, Instant.now().minusSeconds(1), "PARENT");

    assertEquals("Accepted", status(accepted));
    assertEquals("Blocked", status(blocked));
    assertEquals("Expired", status(expired));
    assertEquals("Invalid", status("nobody knows it"));
  }

  @Test
  void parentAndExpiryAreToldOnlyWhenSet() {
    var plain = newTag();
    var full = newTag();
    auth.tag(plain, AuthorizationStatus.Accepted);
    auth.tag(full, AuthorizationStatus.Accepted, Instant.parse("2099-01-01T00:00:00Z"), "PARENT");

    assertEquals(new JsonObject().put("status", "Accepted"), info(authorize(plain)));
    var info = info(authorize(full));
    assertEquals("PARENT", info.getString("parentIdTag"));
    assertEquals(
        Instant.parse("2099-01-01T00:00:00Z"), Instant.parse(info.getString("expiryDate")));
  }

  @Test
  void aDecisionIsAskedForOnceWhateverTheCase() {
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);

    assertEquals("Accepted", status(tag));
    assertEquals("Accepted", status(tag.toUpperCase(Locale.ROOT)));
    assertEquals("Accepted", status(tag.toLowerCase(Locale.ROOT)));

    assertEquals(1, auth.askedAbout(tag));
  }

  @Test
  void questionsAboutOneTagShareOneCall() throws ExecutionException {
    // Given
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);
    auth.hold();
    try (var other = fleet.accepted(fleet.newId())) {
      // When
      chargePoint.call("Authorize", new JsonObject().put("idTag", tag));
      other.call("Authorize", new JsonObject().put("idTag", tag));
      Await.until("asked", () -> auth.askedAbout(tag) == 1);
      auth.letGo();

      // Then
      assertEquals("Accepted", info(chargePoint.answer()).getString("status"));
      assertEquals("Accepted", info(other.answer()).getString("status"));
      assertEquals(1, auth.askedAbout(tag));
    }
  }

  @Test
  void TC_007_TC_061_aChangedTagTakesEffectAtOnce() {
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);
    assertEquals("Accepted", status(tag));

    auth.change(tag, AuthorizationStatus.Blocked);
    assertEquals("Blocked", status(tag));

    auth.tag(tag, AuthorizationStatus.Accepted);
    auth.allChanged();
    assertEquals("Accepted", status(tag));
  }

  @Test
  void aChangeDuringAQuestionIsNotOvertakenByTheOldAnswer() {
    // Given
    var tag = newTag();
    auth.tag(tag, AuthorizationStatus.Accepted);
    auth.hold();
    chargePoint.call("Authorize", new JsonObject().put("idTag", tag));
    Await.until("looked up as Accepted", () -> auth.askedAbout(tag) == 1);

    // When
    auth.change(tag, AuthorizationStatus.Blocked);
    auth.letGo();

    // Then
    assertEquals("Blocked", info(chargePoint.answer()).getString("status"));
    assertEquals("Blocked", status(tag));
  }

  @Test
  void knownTagsWorkOnWhileAuthServiceIsAwayAndUnknownOnesFail() {
    // Given
    var known = newTag();
    auth.tag(known, AuthorizationStatus.Accepted);
    assertEquals("Accepted", status(known));

    for (var away :
        new AuthServiceDouble.Mood[] {
          AuthServiceDouble.Mood.FAILS, AuthServiceDouble.Mood.SILENT
        }) {
      auth.mood(away);

      // Then
      assertEquals("InternalError", authorize(newTag()).errorCode());
      var before = Instant.now();
      assertEquals("Accepted", status(known));
      assertTrue(Duration.between(before, Instant.now()).toMillis() < 500, "without waiting");
    }

    // and when it is back
    auth.mood(AuthServiceDouble.Mood.WORKS);
    assertEquals("Invalid", status(newTag()));
  }

  // ---- transactions

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

  // ---- other calls

  @Test
  void TC_064_anUnknownVendorIsNotAccepted() {
    var answer =
        chargePoint.ask(
            "DataTransfer", new JsonObject().put("vendorId", "org.nobody").put("data", "x"));

    assertEquals("UnknownVendorId", answer.payload().getString("status"));
  }

  @Test
  void aVendorsMessagesGoToItsHandler() {
    var known =
        chargePoint.ask(
            "DataTransfer",
            new JsonObject()
                .put("vendorId", EchoVendor.ID)
                .put("messageId", "echo")
                .put("data", "hello"));
    var unknown =
        chargePoint.ask(
            "DataTransfer", new JsonObject().put("vendorId", EchoVendor.ID).put("messageId", "x"));

    assertEquals("Accepted", known.payload().getString("status"));
    assertEquals("hello", known.payload().getString("data"));
    assertEquals("UnknownMessageId", unknown.payload().getString("status"));
  }

  @Test
  void TC_044_TC_045_notificationsWithoutARequestAreAnswered() {
    for (var status :
        new String[] {"Downloaded", "DownloadFailed", "InstallationFailed", "Installed", "Idle"}) {
      var answer =
          chargePoint.ask("FirmwareStatusNotification", new JsonObject().put("status", status));
      assertEquals(new JsonObject(), answer.payload());
    }
    for (var status : new String[] {"Uploading", "Uploaded", "UploadFailed", "Idle"}) {
      assertEquals(
          3,
          chargePoint
              .ask("DiagnosticsStatusNotification", new JsonObject().put("status", status))
              .type());
    }
    assertEquals(
        3, chargePoint.ask("LogStatusNotification", new JsonObject().put("status", "Idle")).type());
    assertEquals(
        3,
        chargePoint
            .ask("SignedFirmwareStatusNotification", new JsonObject().put("status", "Idle"))
            .type());
    assertEquals(
        3,
        chargePoint
            .ask(
                "SecurityEventNotification",
                new JsonObject().put("type", "Tilted").put("timestamp", "2026-01-01T00:00:00Z"))
            .type());
    assertEquals(
        3,
        chargePoint
            .ask(
                "MeterValues",
                new JsonObject(
                    """
                    {"connectorId":0,"meterValue":[{"timestamp":"2026-01-01T00:00:00Z",
                      "sampledValue":[{"value":12.5}]}]}"""))
            .type());
    assertEquals(
        13,
        transactions
            .eventsOf(id)
            .filter(event -> event instanceof ChargePointEvent.Notified)
            .count());
  }

  @Test
  void certificatesAreNotSignedYet() {
    var answer = chargePoint.ask("SignCertificate", new JsonObject().put("csr", "-----BEGIN"));

    assertEquals("Rejected", answer.payload().getString("status"));
  }
}
