package io.evenkeel.transaction.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.Leniency;
import io.evenkeel.transaction.domain.Outcome;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ledger in PostgreSQL, by itself: batches, and two replicas of the service at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FactStoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject FactStore store;

  @Inject
  @ReactiveDataSource("charging")
  Pool pool;

  @Inject TransactionConfig config;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void the_limit_of_a_tag_holds_within_one_batch() {
    List<Entry> batch =
        List.of(entry("A", "t", 1), entry("B", "t", 1), entry("A", "t", 1), entry("C", "t", 1));

    List<StartTransaction.Response> responses =
        responses(enterAll(store, batch).await().atMost(PATIENCE));

    assertEquals(
        List.of(
            AuthorizationStatus.Accepted,
            AuthorizationStatus.ConcurrentTx,
            AuthorizationStatus.Accepted,
            AuthorizationStatus.ConcurrentTx),
        responses.stream().map(it -> it.idTagInfo().status()).toList());
    assertEquals(responses.get(0), responses.get(2), "a repeat in the same batch");
  }

  @Test
  void two_replicas_that_are_given_the_same_calls_at_once_agree() {
    FactStore replica = new FactStore(pool, config);
    Random random = new Random(5);
    List<CompletableFuture<List<Outcome>>> running = new ArrayList<>();
    List<List<Entry>> batches = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      List<Entry> batch = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        batch.add(entry("R" + random.nextInt(60), "r" + random.nextInt(6), 3));
      }
      List<Entry> shuffled = new ArrayList<>(batch);
      Collections.shuffle(shuffled, random);
      batches.add(batch);
      running.add(enterAll(store, batch).subscribeAsCompletionStage());
      batches.add(shuffled);
      running.add(enterAll(replica, shuffled).subscribeAsCompletionStage());
    }

    Set<String> answers = new HashSet<>();
    Set<String> starts = new HashSet<>();
    for (int i = 0; i < running.size(); i++) {
      List<StartTransaction.Response> responses = responses(running.get(i).join());
      for (int k = 0; k < responses.size(); k++) {
        Entry.Start start = (Entry.Start) batches.get(i).get(k);
        starts.add(start.key().toString());
        answers.add(start.key() + " " + responses.get(k));
      }
    }

    assertEquals(starts.size(), answers.size(), "each start has one answer everywhere");
    for (int tag = 0; tag < 6; tag++) {
      assertTrue(live(run + "r" + tag) <= 3, "the limit of tag r" + tag + " holds");
    }
  }

  @Test
  void of_two_replicas_that_start_with_the_last_place_of_a_tag_one_gets_it() {
    FactStore replica = new FactStore(pool, config);
    for (int round = 0; round < 60; round++) {
      var here = enterAll(store, List.of(entry("H" + round, "last" + round, 1)));
      var there = enterAll(replica, List.of(entry("T" + round, "last" + round, 1)));

      CompletableFuture<List<Outcome>> one = here.subscribeAsCompletionStage();
      CompletableFuture<List<Outcome>> other = there.subscribeAsCompletionStage();

      Set<AuthorizationStatus> statuses = new HashSet<>();
      statuses.add(responses(one.join()).getFirst().idTagInfo().status());
      statuses.add(responses(other.join()).getFirst().idTagInfo().status());
      assertEquals(
          Set.of(AuthorizationStatus.Accepted, AuthorizationStatus.ConcurrentTx),
          statuses,
          "round " + round);
    }
  }

  @Test
  void what_cannot_be_stored_fails_alone() {
    // a name that no registry admits: its transaction is not found again under it
    Entry bad = entry("\0", "x", null);
    store.enter(bad).await().atMost(PATIENCE);
    List<Uni<Outcome>> others =
        List.of(store.enter(entry("G1", "x", null)), store.enter(entry("G2", "x", null)));

    CompletableFuture<Outcome> one = others.getFirst().subscribeAsCompletionStage();
    CompletableFuture<Outcome> failing = store.enter(bad).subscribeAsCompletionStage();
    CompletableFuture<Outcome> other = others.getLast().subscribeAsCompletionStage();

    assertTrue(one.join().response() instanceof StartTransaction.Response);
    assertTrue(other.join().response() instanceof StartTransaction.Response);
    assertThrows(java.util.concurrent.CompletionException.class, failing::join);
  }

  private long live(String tag) {
    return pool.preparedQuery(
            "SELECT count(*) FROM transaction WHERE tag = $1 AND ended_at IS NULL"
                + " AND id_tag_status = 'Accepted'")
        .execute(io.vertx.sqlclient.Tuple.of(tag))
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .iterator()
        .next()
        .getLong(0);
  }

  private Entry entry(String chargePoint, String tag, @Nullable Integer limit) {
    String idTag = run + tag;
    return new Entry.Start(
        run + chargePoint,
        now,
        new StartTransaction.Request(1, idTag, 10, null, Timestamp.of(now)),
        new Authorization(idTag, AuthorizationStatus.Accepted, null, null, limit),
        Leniency.NONE);
  }

  private static Uni<List<Outcome>> enterAll(FactStore store, List<Entry> batch) {
    return store
        .keepAll(batch.stream().<Fact>map(Fact.Entered::new).toList())
        .map(
            all -> all.stream().map(it -> java.util.Objects.requireNonNull(it.outcome())).toList());
  }

  private static List<StartTransaction.Response> responses(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(it -> (StartTransaction.Response) java.util.Objects.requireNonNull(it.response()))
        .toList();
  }
}
