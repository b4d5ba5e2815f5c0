package io.evenkeel.transaction.store;

import io.evenkeel.transaction.TransactionClock;
import io.evenkeel.transaction.TransactionConfig;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Deletes what is older than its retention, a few thousand rows at a time, so that what arrives
 * meanwhile does not wait. Several replicas may do it at once.
 */
@ApplicationScoped
public class Purge {

  private static final String DELETE =
      """
      DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM %1$s WHERE received_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
      """;

  private final Pool pool;
  private final TransactionConfig.Retention retention;
  private final TransactionClock clock;

  Purge(
      @ReactiveDataSource("charging") Pool pool, TransactionConfig config, TransactionClock clock) {
    this.pool = pool;
    this.retention = config.retention();
    this.clock = clock;
  }

  /** Rows deleted. */
  public Uni<Integer> run() {
    return UniHelper.toUni(
        purge("meter_value", retention.meterValues())
            .compose(
                values ->
                    purge("connector_status", retention.statuses())
                        .map(statuses -> values + statuses)));
  }

  private Future<Integer> purge(String table, Duration kept) {
    return kept.isZero()
        ? Future.succeededFuture(0)
        : purge(
            DELETE.formatted(table),
            Tuple.of(Columns.time(clock.now().minus(kept)), (long) retention.batch()),
            0);
  }

  private Future<Integer> purge(String delete, Tuple parameters, int before) {
    return pool.preparedQuery(delete)
        .execute(parameters)
        .compose(
            rows -> {
              int total = before + rows.rowCount();
              return rows.rowCount() < retention.batch()
                  ? Future.succeededFuture(total)
                  : purge(delete, parameters, total);
            });
  }
}
