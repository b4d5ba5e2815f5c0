package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.domain.Electrical;
import io.evenkeel.transaction.view.ConnectorFilter;
import io.evenkeel.transaction.view.ConnectorView;
import io.evenkeel.transaction.view.ConnectorView.LatestReading;
import io.evenkeel.transaction.view.PageRequest;
import io.evenkeel.transaction.view.Paged;
import io.evenkeel.transaction.view.StatusView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connectors and their history, for people. */
@ApplicationScoped
public class ConnectorQueries {

  private static final String WHERE =
      """
      WHERE ($1::text IS NULL OR charge_point = $1) AND ($2::text IS NULL OR status = $2)
        AND ($3::text IS NULL OR error_code = $3)
      """;

  private static final String COUNT = "SELECT count(*) FROM connector " + WHERE;

  private static final String LIST =
      """
      SELECT c.*, t.id AS transaction_id, m.sampled_at, m.reading_of, m.samples
      FROM (SELECT * FROM connector
      """
          + WHERE
          + """
            ORDER BY charge_point, connector_id LIMIT $4 OFFSET $5) c
      LEFT JOIN LATERAL (
        SELECT id FROM transaction
        WHERE charge_point = c.charge_point AND connector_id = c.connector_id AND ended_at IS NULL
        ORDER BY id DESC LIMIT 1) t ON true
      LEFT JOIN LATERAL (
        SELECT sampled_at, transaction_id AS reading_of, samples::text FROM meter_value
        WHERE charge_point = c.charge_point AND connector_id = c.connector_id
          AND sampled_at <= now() + interval '1 day'
        ORDER BY sampled_at DESC LIMIT 1) m ON true
      ORDER BY c.charge_point, c.connector_id
      """;

  @ApplicationScoped
  static class History implements PanacheRepositoryBase<StatusRow, StatusRow.Key> {}

  private final Pool pool;
  private final History rows;

  ConnectorQueries(@ReactiveDataSource("charging") Pool pool, History rows) {
    this.pool = pool;
    this.rows = rows;
  }

  /** In the order of charge points and connectors. */
  public Uni<Paged<ConnectorView>> list(ConnectorFilter filter, PageRequest page) {
    ChargePointStatus status = filter.status();
    ChargePointErrorCode errorCode = filter.errorCode();
    Tuple parameters =
        LedgerRows.tuple(
            filter.chargePoint(),
            status == null ? null : status.name(),
            errorCode == null ? null : errorCode.name());
    Future<Long> total =
        pool.preparedQuery(COUNT)
            .execute(parameters)
            .map(counted -> counted.iterator().next().getLong(0));
    Tuple paged = LedgerRows.copy(parameters);
    paged.addValue((long) page.size());
    paged.addValue(page.offset());
    Future<List<ConnectorView>> items =
        pool.preparedQuery(LIST)
            .execute(paged)
            .map(
                found -> {
                  List<ConnectorView> views = new ArrayList<>(found.size());
                  found.forEach(row -> views.add(view(row)));
                  return views;
                });
    return UniHelper.toUni(
        Future.all(total, items)
            .map(_ -> new Paged<>(items.result(), page.page(), page.size(), total.result())));
  }

  private static ConnectorView view(Row row) {
    String status = row.getString("status");
    String errorCode = row.getString("error_code");
    return new ConnectorView(
        row.getString("charge_point"),
        row.getInteger("connector_id"),
        status == null ? null : ChargePointStatus.valueOf(status),
        errorCode == null ? null : ChargePointErrorCode.valueOf(errorCode),
        row.getString("info"),
        row.getString("vendor_id"),
        row.getString("vendor_error_code"),
        Columns.instantOrNull(row, "since"),
        Columns.instantOrNull(row, "effective_at"),
        row.getInteger("transaction_id"),
        latest(row));
  }

  private static @Nullable LatestReading latest(Row row) {
    Instant sampledAt = Columns.instantOrNull(row, "sampled_at");
    if (sampledAt == null) {
      return null;
    }
    Electrical electrical = Electrical.of(SamplesJson.read(row.getString("samples")));
    return new LatestReading(
        sampledAt,
        row.getInteger("reading_of"),
        electrical.energyWh(),
        electrical.currentA().isEmpty() ? null : electrical.currentA(),
        electrical.powerW());
  }

  /** Newest first, by the charge point's clock. */
  public Uni<Paged<StatusView>> history(Connector connector, PageRequest page) {
    return Panache.withSession(
        "charging",
        () ->
            Pages.of(
                rows.find(
                    "chargePoint = ?1 and connectorId = ?2",
                    Sort.descending("reportedAt").and("receivedAt", Sort.Direction.Descending),
                    connector.chargePoint(),
                    connector.connectorId()),
                page,
                StatusRow::read));
  }

  public Uni<Boolean> exists(Connector connector) {
    return UniHelper.toUni(
        pool.preparedQuery("SELECT 1 FROM connector WHERE charge_point = $1 AND connector_id = $2")
            .execute(Tuple.of(connector.chargePoint(), connector.connectorId()))
            .map(found -> found.size() > 0));
  }
}
