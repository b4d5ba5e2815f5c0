package io.evenkeel.smartcharging.steering;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.store.LostLeadership;
import io.evenkeel.smartcharging.store.SiteStore;
import io.evenkeel.smartcharging.store.SmartchargingDeadLetters;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One process plans; the others are ready to. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class PlannerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SITE =
      "{\"nodes\": [{\"id\": \"grid\", \"limitA\": [32, 32, 32]}], \"connectors\": []}";

  @Inject Gateway gateway;
  @Inject Leadership leadership;
  @Inject SiteStore store;
  @Inject SmartchargingDeadLetters deadLetters;

  @Inject
  @ReactiveDataSource("smartcharging")
  Pool pool;

  @Test
  void whoeverHoldsTheLockPlansAndTheOtherSaysSo() {
    Await.until("plans", () -> leadership.epoch().isPresent());
    put("pl-a", 201);
    SqlConnection rival = pool.getConnection().await().atMost(PATIENCE);
    // waits in line for the lock, then the planner's connection breaks
    CompletableFuture<?> taken =
        rival
            .query("select pg_advisory_lock(hashtext('smartcharging.planner'))")
            .execute()
            .subscribeAsCompletionStage();
    pool.query(
            "select pg_terminate_backend(pid) from pg_locks"
                + " where locktype = 'advisory' and granted")
        .execute()
        .await()
        .atMost(PATIENCE);
    taken.join();
    Await.until("does not plan", () -> leadership.epoch().isEmpty());

    put("pl-a", 503);
    given()
        .get("/api/sites/pl-a/status")
        .then()
        .statusCode(503)
        .body("detail", containsString("does not plan"));
    given().delete("/api/sites/pl-a").then().statusCode(503);
    given().get("/api/sites/pl-a").then().statusCode(200);
    gateway.tell(new TransactionEnded("pl-1", 1, 5, Instant.now(), 0, false)); // is taken

    rival.query("select pg_advisory_unlock_all()").execute().await().atMost(PATIENCE);
    rival.close().await().atMost(PATIENCE);
    Await.until("plans again", () -> leadership.epoch().isPresent());
    given().get("/api/sites/pl-a/status").then().statusCode(200);
  }

  @Test
  void whoeverLostTheLockWithoutNoticingWritesNothing() {
    Await.until("plans", () -> leadership.epoch().isPresent());
    long old = leadership.epoch().orElseThrow() - 1;
    ConnectorRecord record = ConnectorRecord.leftover(new ConnectorKey("pl-2", 1), 320);

    assertThrows(
        LostLeadership.class,
        () ->
            store
                .save(old, "pl-b", new Changes(List.of(record), List.of()))
                .await()
                .atMost(PATIENCE));
    assertThrows(
        LostLeadership.class, () -> store.delete(old, "pl-b", Set.of()).await().atMost(PATIENCE));

    assertEquals(
        0,
        pool.query("select 1 from connectors where charge_point = 'pl-2'")
            .execute()
            .await()
            .atMost(PATIENCE)
            .size());
  }

  @Test
  void whatCannotBeDigestedIsShown() throws Throwable {
    TransactionEnded poison = new TransactionEnded("pl-poison", 1, 5, Instant.now(), 0, false);

    VertxContextSupport.subscribeAndAwait(
        () -> deadLetters.park("test", poison, new IllegalStateException("too hot")));

    given()
        .get("/api/sites/dead-letters")
        .then()
        .statusCode(200)
        .body("items.key", hasItem("pl-poison"))
        .body("items.reason", hasItem(containsString("too hot")));
  }

  private static void put(String site, int status) {
    given()
        .contentType(ContentType.JSON)
        .body(SITE)
        .put("/api/sites/{id}", site)
        .then()
        .statusCode(status);
  }
}
