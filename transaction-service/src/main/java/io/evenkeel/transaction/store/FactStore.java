package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.ConnectorStatusChanged;
import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.TransactionConfig.Writing;
import io.evenkeel.transaction.domain.Entry;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.domain.Plausibility;
import io.evenkeel.transaction.domain.StatusReport;
import io.evenkeel.transaction.store.Fact.Kept;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that arrives, written in company: whatever gathers while one batch commits is the next
 * batch, of all kinds, in one database transaction with one commit. Its statements travel in two
 * groups: what can be said at once, and what the ledger has made of it.
 */
@ApplicationScoped
public class FactStore {

  private final GroupCommit<Fact, Kept> facts;
  private final Pool pool;
  private final Plausibility plausibility;

  FactStore(@ReactiveDataSource("charging") Pool pool, TransactionConfig config) {
    this.pool = pool;
    this.plausibility = new Plausibility(config.replayedAfter());
    this.facts =
        new GroupCommit<>("transaction.facts", Writing.limits(config.writing()), this::keepAll);
  }

  /** Completes with what follows when the entry is durable. Harmless to repeat. */
  public Uni<Outcome> enter(Entry entry) {
    return facts
        .submit(new Fact.Entered(entry))
        .map(kept -> Objects.requireNonNull(kept.outcome(), "an entry has an outcome"));
  }

  /** Completes when the readings of a message are durable. Harmless to repeat. */
  public Uni<Void> keep(List<MeterReading> readings) {
    return facts.submit(new Fact.Read(readings)).replaceWithVoid();
  }

  /**
   * Completes when the report is durable: with the change when it is the report that made the
   * connector's state what it is now, empty when it came too late for that or changed nothing.
   * Harmless to repeat.
   */
  public Uni<Optional<ConnectorStatusChanged>> keep(StatusReport report) {
    return facts.submit(new Fact.Reported(report)).map(kept -> Optional.ofNullable(kept.change()));
  }

  /** All or nothing; what one statement can write needs no transaction around it. */
  Uni<List<Kept>> keepAll(List<Fact> facts) {
    FactBatch batch = FactBatch.of(facts);
    if (batch.onlyReadings()) {
      return Flush.of(
          MeterValueSql.insert(pool, batch.readings()).map(_ -> batch.kept(List.of(), List.of())));
    }
    if (batch.onlyReports()) {
      return Flush.of(StatusBatch.keep(pool, batch.reports()).map(it -> batch.kept(List.of(), it)));
    }
    return Flush.of(pool.getConnection().compose(it -> keepAll(it, batch)));
  }

  private Future<List<Kept>> keepAll(SqlConnection connection, FactBatch batch) {
    Future<?> begun = connection.query("BEGIN").execute();
    LedgerBatch ledger = new LedgerBatch(connection, plausibility, batch.entries());
    Future<?> opened = ledger.open();
    Future<?> read = MeterValueSql.insert(connection, batch.readings());
    Future<List<Optional<ConnectorStatusChanged>>> reported =
        StatusBatch.keep(connection, batch.reports());
    return Future.join(begun, opened, read, reported)
        .compose(_ -> ledger.decide())
        .recover(failure -> rollback(connection, failure))
        .compose(_ -> commit(connection, ledger))
        .map(_ -> batch.kept(ledger.outcomes(), reported.result()))
        .eventually(() -> connection.close());
  }

  /** All must succeed: after a failed statement PostgreSQL takes COMMIT for ROLLBACK. */
  private static Future<?> commit(SqlConnection connection, LedgerBatch ledger) {
    List<Future<?>> last = new ArrayList<>(ledger.write());
    last.add(connection.query("COMMIT").execute());
    return Future.join(last);
  }

  private static <T> Future<T> rollback(SqlConnection connection, Throwable failure) {
    return connection
        .query("ROLLBACK")
        .execute()
        .transform(_ -> Future.failedFuture(failure)); // a broken connection has rolled back itself
  }
}
