package io.evenkeel.gateway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.kit.AuthServiceDouble;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Frame;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may charge: with auth-service and without. */
@QuarkusTest
class AuthorizeTest {

  private static final AtomicInteger TAGS = new AtomicInteger();

  @Inject Fleet fleet;
  @Inject AuthServiceDouble auth;

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
}
