package io.evenkeel.auth.bus;

import static io.evenkeel.ocpp.type.AuthorizationStatus.Accepted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.CallFailed;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends the service's connections again and again. */
@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class DatabaseAwayTest {

  private static final Logger LOG = Logger.getLogger(DatabaseAwayTest.class);

  private static final String END_OTHERS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()"
          + " and usename = current_user";

  private static final int ROUNDS = 24;

  @Inject Gateway gateway;

  @Inject
  @ReactiveDataSource("auth")
  Pool pool;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong running = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong notAnswered = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();

  @Test
  void everyQuestionIsAnsweredAndNoAcknowledgedChangeIsLost() {
    assertTrue(put("Away-0", "Accepted") != 503, "a first one");
    for (int asker = 0; asker < 8; asker++) {
      running.incrementAndGet();
      ask("CP-AWAY-" + asker);
    }
    // When connections break under questions and changes
    String acknowledged = "Accepted";
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 3 == 0) {
        pool.query(END_OTHERS)
            .execute()
            .subscribe()
            .with(ended -> broken.addAndGet(ended.size()), failure -> {});
      }
      String next = round % 2 == 0 ? "Blocked" : "Accepted";
      if (put("Away-0", next) == 503) {
        refused++;
      } else {
        acknowledged = next;
        assertEquals(acknowledged, statusOf("Away-0"), "round " + round);
      }
    }
    over.set(true);
    Await.until("the askers have ended", () -> running.get() == 0);
    // Then
    assertEquals(List.of(), unexpected);
    assertTrue(answered.get() > 100, "questions were answered in between: " + answered);
    assertTrue(refused < ROUNDS, "and changes made");
    assertTrue(broken.get() > 10, "connections were broken: " + broken);
    LOG.infof(
        "broken=%s answered=%s notAnswered=%s refusedChanges=%d",
        broken, answered, notAnswered, refused);
    put("Away-1", "Accepted");
    assertEquals(Accepted, gateway.decision("Away-1").status());
  }

  private void ask(String chargePoint) {
    gateway
        .ask(chargePoint, "Away-0")
        .ifNoItem()
        .after(Duration.ofSeconds(8))
        .fail()
        .subscribe()
        .with(
            decision -> {
              answered.incrementAndGet();
              again(chargePoint);
            },
            failure -> {
              if (failure instanceof CallFailed) {
                notAnswered.incrementAndGet();
              } else {
                unexpected.add(failure);
              }
              again(chargePoint);
            });
  }

  private void again(String chargePoint) {
    if (over.get()) {
      running.decrementAndGet();
    } else {
      ask(chargePoint);
    }
  }

  private static int put(String idTag, String status) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"status\":\"" + status + "\"}")
        .put("/api/id-tags/{tag}", idTag)
        .then()
        .statusCode(oneOf(200, 201, 503))
        .extract()
        .statusCode();
  }

  /** As often as it takes: the question may meet a broken connection itself. */
  private static String statusOf(String idTag) {
    for (int attempt = 0; attempt < 20; attempt++) {
      var answer = given().get("/api/id-tags/{tag}", idTag).then().statusCode(oneOf(200, 503));
      if (answer.extract().statusCode() == 200) {
        return answer.extract().path("status");
      }
    }
    throw new AssertionError("The database does not come back");
  }
}
