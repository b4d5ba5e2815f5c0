package io.evenkeel.transaction.store;

import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.evenkeel.transaction.view.WishView;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What drivers want. */
@ApplicationScoped
public class Wishes {

  private static final String FIND =
      """
      SELECT w.departure, w.energy_wh, w.stated_at
      FROM transaction t LEFT JOIN wish w ON w.transaction_id = t.id
      WHERE t.id = $1
      """;

  /** Locks the transaction, so that it cannot end meanwhile. */
  private static final String STATE =
      """
      WITH running AS (
        SELECT id, charge_point, connector_id FROM transaction
        WHERE id = $1 AND ended_at IS NULL FOR SHARE)
      INSERT INTO wish AS w (transaction_id, departure, energy_wh, stated_at)
      SELECT id, $2, $3, $4 FROM running
      ON CONFLICT (transaction_id) DO UPDATE
      SET departure = excluded.departure, energy_wh = excluded.energy_wh,
        stated_at = greatest(w.stated_at + interval '1 millisecond', excluded.stated_at)
      RETURNING departure, energy_wh, stated_at,
        (SELECT charge_point FROM running) AS charge_point,
        (SELECT connector_id FROM running) AS connector_id
      """;

  private final Pool pool;

  Wishes(@ReactiveDataSource("charging") Pool pool) {
    this.pool = pool;
  }

  /** Empty when there is no such transaction. */
  public Uni<Optional<WishView>> find(int transactionId) {
    return UniHelper.toUni(
        pool.preparedQuery(FIND)
            .execute(Tuple.of(transactionId))
            .map(
                rows -> {
                  Iterator<Row> found = rows.iterator();
                  return found.hasNext() ? Optional.of(view(found.next())) : Optional.empty();
                }));
  }

  private static WishView view(Row row) {
    return new WishView(
        Columns.instantOrNull(row, "departure"),
        row.getLong("energy_wh"),
        Columns.instantOrNull(row, "stated_at"));
  }

  /** Durable when it completes, to be told then; empty when no such transaction runs. */
  public Uni<Optional<WishStated>> state(
      int transactionId, @Nullable Instant departure, @Nullable Long energyWh, Instant at) {
    return Flush.of(
        pool.preparedQuery(STATE)
            .execute(
                Tuple.tuple()
                    .addInteger(transactionId)
                    .addOffsetDateTime(Columns.timeOrNull(departure))
                    .addLong(energyWh)
                    .addOffsetDateTime(Columns.time(at)))
            .map(
                rows -> {
                  Iterator<Row> stated = rows.iterator();
                  return stated.hasNext()
                      ? Optional.of(event(transactionId, stated.next()))
                      : Optional.empty();
                }));
  }

  private static WishStated event(int transactionId, Row row) {
    return new WishStated(
        row.getString("charge_point"),
        row.getInteger("connector_id"),
        transactionId,
        Columns.instantOrNull(row, "departure"),
        row.getLong("energy_wh"),
        Columns.instant(row, "stated_at"));
  }
}
