package io.evenkeel.transaction.store;

import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Writing;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.Evidence;
import io.evenkeel.transaction.domain.Ledger;
import io.evenkeel.transaction.domain.LedgerNeeds;
import io.evenkeel.transaction.domain.LedgerPage;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.domain.Plausibility;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@link Ledger} in PostgreSQL. A batch of entries is one database transaction: lock, read the
 * page, decide in memory, write, commit. Everything that two replicas could disagree about happens
 * under the locks, so any number of them may run.
 */
@ApplicationScoped
public class LedgerStore {

  private final GroupCommit<Entry, Outcome> entries;
  private final Pool pool;
  private final Plausibility plausibility;

  LedgerStore(@ReactiveDataSource("charging") Pool pool, TransactionConfig config) {
    this.pool = pool;
    this.plausibility = new Plausibility(config.replayedAfter());
    this.entries =
        new GroupCommit<>("transaction.ledger", Writing.limits(config.ledger()), this::enterAll);
  }

  /** Completes with what follows when the entry is durable. Harmless to repeat. */
  public Uni<Outcome> enter(Entry entry) {
    return entries.submit(entry);
  }

  /** Transactions of the last days that ended because their charge point booted. */
  public Uni<Set<Integer>> closedByBoot() {
    return UniHelper.toUni(
        pool.preparedQuery(LedgerSql.CLOSED_BY_BOOT)
            .execute()
            .map(
                rows -> {
                  Set<Integer> ids = new HashSet<>();
                  rows.forEach(row -> ids.add(row.getInteger("id")));
                  return ids;
                }));
  }

  /** All or nothing. */
  Uni<List<Outcome>> enterAll(List<Entry> batch) {
    return Flush.of(pool.getConnection().compose(it -> enterAll(it, batch)));
  }

  private Future<List<Outcome>> enterAll(SqlConnection connection, List<Entry> batch) {
    Future<?> begun = connection.query("BEGIN").execute();
    Future<?> locked =
        connection
            .preparedQuery(LedgerSql.LOCK)
            .execute(LedgerRows.tuple((Object) LedgerLocks.of(batch)));
    Future<LedgerPage> page = LedgerReading.page(connection, batch);
    return Future.join(begun, locked, page)
        .compose(_ -> decide(connection, batch, page.result()))
        .recover(failure -> rollback(connection, failure))
        .compose(it -> commit(connection, it))
        .eventually(() -> connection.close());
  }

  private record Decided(Ledger ledger, List<Outcome> outcomes) {}

  private Future<Decided> decide(SqlConnection connection, List<Entry> batch, LedgerPage page) {
    LedgerNeeds needs = LedgerNeeds.of(batch, page);
    Future<List<Integer>> ids = LedgerReading.ids(connection, needs);
    Future<Map<Integer, Evidence>> evidence = LedgerReading.evidence(connection, needs);
    return Future.join(ids, evidence)
        .map(
            _ -> {
              Ledger ledger =
                  new Ledger(plausibility, page, evidence.result(), ids.result().iterator());
              List<Outcome> outcomes = new ArrayList<>(batch.size());
              for (Entry entry : batch) {
                outcomes.add(ledger.enter(entry));
              }
              return new Decided(ledger, outcomes);
            });
  }

  /** All must succeed: after a failed statement PostgreSQL takes COMMIT for ROLLBACK. */
  private static Future<List<Outcome>> commit(SqlConnection connection, Decided decided) {
    List<Future<?>> written = LedgerWriting.write(connection, decided.ledger().changes());
    written.add(connection.query("COMMIT").execute());
    return Future.join(written).map(decided.outcomes());
  }

  private static <T> Future<T> rollback(SqlConnection connection, Throwable failure) {
    return connection
        .query("ROLLBACK")
        .execute()
        .transform(_ -> Future.failedFuture(failure)); // a broken connection has rolled back itself
  }
}
