package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.domain.Flag;
import io.evenkeel.transaction.domain.Leniency;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.view.MeterValueView;
import io.evenkeel.transaction.view.PageRequest;
import io.evenkeel.transaction.view.Paged;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readings, for people. */
@ApplicationScoped
public class MeterValueQueries {

  private static final String COLUMNS =
      """
      SELECT charge_point, connector_id, transaction_id, sampled_at, received_at, samples::text,
             remarks, raw
      """;

  /** Connector 0 has what came with a stop before its transaction was known. */
  private static final String OF_TRANSACTION =
      """
      FROM meter_value
      WHERE charge_point = $1 AND connector_id IN ($2, 0) AND transaction_id = $3
        AND sampled_at >= $4 AND sampled_at < $5
      """;

  private static final String OF_CONNECTOR =
      """
      FROM meter_value
      WHERE charge_point = $1 AND connector_id = $2 AND sampled_at >= $3 AND sampled_at < $4
      """;

  private static final Duration SLACK = Duration.ofDays(1);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Pool pool;

  MeterValueQueries(@ReactiveDataSource("charging") Pool pool) {
    this.pool = pool;
  }

  /** In the order of their times. */
  Uni<Paged<MeterValueView>> ofTransaction(TransactionRow transaction, PageRequest page) {
    boolean timesAreWrong =
        Flags.of(transaction.flags).contains(Flag.ClockImplausible)
            || Flags.of(transaction.flags).contains(Flag.TimeBackwards);
    Instant ended = transaction.endedAt;
    return list(
        OF_TRANSACTION,
        "ORDER BY sampled_at, digest LIMIT $6 OFFSET $7",
        LedgerRows.tuple(
            transaction.chargePoint,
            transaction.connectorId,
            transaction.id,
            Columns.time(timesAreWrong ? FIRST : transaction.startedAt.minus(SLACK)),
            Columns.time(timesAreWrong || ended == null ? LAST : ended.plus(SLACK))),
        page);
  }

  /** Of any transaction and of none, newest first. */
  public Uni<Paged<MeterValueView>> ofConnector(
      Connector connector, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
    return list(
        OF_CONNECTOR,
        "ORDER BY sampled_at DESC, digest LIMIT $5 OFFSET $6",
        LedgerRows.tuple(
            connector.chargePoint(),
            connector.connectorId(),
            Columns.time(from == null ? FIRST : from),
            Columns.time(to == null ? LAST : to)),
        page);
  }

  private Uni<Paged<MeterValueView>> list(
      String from, String order, Tuple parameters, PageRequest page) {
    Future<Long> total =
        pool.preparedQuery("SELECT count(*) " + from)
            .execute(parameters)
            .map(rows -> rows.iterator().next().getLong(0));
    Tuple paged = LedgerRows.copy(parameters);
    paged.addValue((long) page.size());
    paged.addValue(page.offset());
    Future<List<MeterValueView>> items =
        pool.preparedQuery(COLUMNS + from + order).execute(paged).map(MeterValueQueries::views);
    return UniHelper.toUni(
        Future.all(total, items)
            .map(_ -> new Paged<>(items.result(), page.page(), page.size(), total.result())));
  }

  private static List<MeterValueView> views(RowSet<Row> rows) {
    List<MeterValueView> views = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String[] remarks = row.getArrayOfStrings("remarks");
      views.add(
          MeterValueView.of(
              new MeterReading(
                  new Connector(row.getString("charge_point"), row.getInteger("connector_id")),
                  row.getInteger("transaction_id"),
                  Columns.instant(row, "sampled_at"),
                  Columns.instant(row, "received_at"),
                  SamplesJson.read(row.getString("samples")),
                  new Leniency(
                      remarks == null ? List.of() : Arrays.asList(remarks),
                      row.getString("raw")))));
    }
    return views;
  }

  /** Of the running ones among these, by id. */
  Uni<Map<Integer, LastEnergy>> lastEnergies(List<TransactionRow> transactions) {
    List<TransactionRow> open = transactions.stream().filter(TransactionRow::open).toList();
    if (open.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return UniHelper.toUni(
        pool.preparedQuery(LedgerSql.EVIDENCE)
            .execute(
                LedgerRows.tuple(
                    open.stream().map(it -> it.id).toArray(Integer[]::new),
                    open.stream().map(it -> it.chargePoint).toArray(String[]::new),
                    open.stream().map(it -> it.connectorId).toArray(Integer[]::new),
                    open.stream()
                        .map(it -> Columns.time(it.startedAt))
                        .toArray(OffsetDateTime[]::new)))
            .map(MeterValueQueries::lastEnergies));
  }

  private static Map<Integer, LastEnergy> lastEnergies(RowSet<Row> rows) {
    Map<Integer, LastEnergy> byId = new HashMap<>();
    for (Row row : rows) {
      Long milliWh = row.getLong("energy_milli_wh");
      if (milliWh != null) {
        byId.put(row.getInteger("id"), new LastEnergy(Columns.instant(row, "sampled_at"), milliWh));
      }
    }
    return byId;
  }
}
