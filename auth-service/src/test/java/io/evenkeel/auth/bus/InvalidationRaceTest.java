package io.evenkeel.auth.bus;

import static io.evenkeel.ocpp.type.AuthorizationStatus.Accepted;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Blocked;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.store.AuthDeadLetters;
import io.evenkeel.messaging.AuthEvent.IdTagChanged;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.Replies;
import io.evenkeel.messaging.Reply;
import io.evenkeel.messaging.Result;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A decision that was looked up before a change must not arrive after the change was answered: a
 * gateway would keep it, since the news about the tag came before it. The bus of one process is too
 * quick for that to happen often, so replies here take as long as they do between machines.
 */
@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class InvalidationRaceTest {

  private static final int ASKERS = 32;
  private static final int CHANGES = 80;

  @Inject Gateway gateway;
  @Inject Decisions decisions;
  @Inject AnswersUnderWay underWay;
  @Inject AuthDeadLetters deadLetters;
  @Inject AuthClock clock;
  @Inject AuthConfig config;

  /** What every decision must say from now on; null while a change is under way. */
  private volatile AuthorizationStatus answered;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong judged = new AtomicLong();
  private final AtomicLong running = new AtomicLong();
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  @Test
  void aChangeIsNotAnsweredBeforeTheOldDecisionsHaveArrived() {
    put("Race-Held", Accepted, null);
    gateway.forget();
    // Given a reply with the old decision that is still on its way
    CompletableFuture<Reply> sent = new CompletableFuture<>();
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    AuthorizationReader reader =
        reader(
            reply -> {
              sent.complete(reply);
              return Uni.createFrom().completionStage(arrived);
            });
    reader.answer(call("CP-HELD", "Race-Held")).subscribe().with(unused -> {});
    assertEquals(Accepted, statusIn(sent.orTimeout(10, TimeUnit.SECONDS).join()));
    // When the tag is blocked
    CompletableFuture<Void> change =
        CompletableFuture.runAsync(() -> put("Race-Held", Blocked, null));
    Await.until("it is committed", () -> gateway.decision("Race-Held").status() == Blocked);
    // Then neither the news nor the answer is out before the old reply has arrived
    assertEquals(List.of(), gateway.heard());
    assertFalse(change.isDone(), "the change is not answered yet");
    arrived.complete(null);
    change.orTimeout(10, TimeUnit.SECONDS).join();
    assertEquals(List.of(new IdTagChanged("Race-Held")), gateway.heard());
  }

  @Test
  void tc007_noDecisionShowsTheOldStateOnceTheChangeIsAnswered() {
    // Given a member of a group, asked for without pause over a bus that takes up to 20 ms
    put("Race-Group", Accepted, null);
    put("Race-Card", Accepted, "Race-Group");
    answered = Accepted;
    AuthorizationReader reader = reader(this::arrivesLate);
    for (int asker = 0; asker < ASKERS; asker++) {
      running.incrementAndGet();
      ask(reader, "CP-RACE-" + asker);
    }
    // When the tag and its group change in turn
    for (int change = 0; change < CHANGES && wrong.isEmpty(); change++) {
      AuthorizationStatus next = change % 2 == 0 ? Blocked : Accepted;
      boolean group = change % 4 < 2;
      answered = null;
      if (group) {
        put("Race-Group", next, null);
      } else {
        put("Race-Card", next, "Race-Group");
      }
      answered = next;
      long seen = judged.get();
      Await.until("decisions are made between changes", () -> judged.get() > seen + ASKERS);
    }
    over.set(true);
    Await.until("the askers have ended", () -> running.get() == 0);
    // Then
    assertEquals(List.of(), wrong);
    assertTrue(judged.get() > (long) CHANGES * ASKERS, "judged enough: " + judged);
  }

  private void ask(AuthorizationReader reader, String chargePoint) {
    reader
        .answer(call(chargePoint, "race-CARD"))
        .subscribe()
        .with(
            unused -> again(reader, chargePoint),
            failure -> {
              wrong.add("no decision: " + failure);
              running.decrementAndGet();
            });
  }

  private void again(AuthorizationReader reader, String chargePoint) {
    if (over.get()) {
      running.decrementAndGet();
    } else {
      ask(reader, chargePoint);
    }
  }

  private Uni<Void> arrivesLate(Reply reply) {
    Duration lag = Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 20));
    return Uni.createFrom()
        .item(reply)
        .onItem()
        .delayIt()
        .by(lag)
        .invoke(this::judge)
        .replaceWithVoid();
  }

  private void judge(Reply reply) {
    AuthorizationStatus expected = answered;
    if (expected != null) {
      judged.incrementAndGet();
      AuthorizationStatus status = statusIn(reply);
      if (status != expected && answered == expected) {
        wrong.add(status + " after " + expected + " was answered");
      }
    }
  }

  private AuthorizationReader reader(Replies replies) {
    return new AuthorizationReader(
        decisions, replies, underWay, deadLetters, clock, config, new SimpleMeterRegistry());
  }

  private static AuthorizationCall call(String chargePoint, String idTag) {
    return new AuthorizationCall(
        "call", chargePoint, new SessionRef(0, 1, 1), Instant.now().plusSeconds(10), idTag);
  }

  private static AuthorizationStatus statusIn(Reply reply) {
    return switch (reply.result()) {
      case Result.Decided(var authorization) -> authorization.status();
      default -> throw new AssertionError("Not decided: " + reply);
    };
  }

  private static void put(String idTag, AuthorizationStatus status, String parent) {
    String group = parent == null ? "" : ",\"parentIdTag\":\"" + parent + "\"";
    given()
        .contentType(ContentType.JSON)
        .body("{\"status\":\"" + status + "\"" + group + "}")
        .put("/api/id-tags/{tag}", idTag)
        .then()
        .statusCode(oneOf(200, 201));
  }
}
