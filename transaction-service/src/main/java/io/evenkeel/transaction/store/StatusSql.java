package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.transaction.domain.StatusReport;
import io.evenkeel.transaction.domain.StatusTransitions;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * History and current state in one statement. A report becomes the current state when none that
 * counted is younger; it is told when it is the one that brought the current state about, so also when
 * it is repeated.
 */
final class StatusSql {

  private static final String KEEP =
      """
      WITH reported AS (
        SELECT * FROM unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[], $5::bigint[],
                             $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[],
                             $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                             $15::text[])
          AS r (n, charge_point, connector_id, reported_at, digest, effective_at, received_at,
                status, error_code, info, vendor_id, vendor_error_code, may_follow, remarks, raw)
      ), before AS (
        SELECT r.n, c.status,
               (r.effective_at, r.received_at) < (c.effective_at, c.received_at) AS late
        FROM reported r
        JOIN connector c ON c.charge_point = r.charge_point AND c.connector_id = r.connector_id
        WHERE c.status IS NOT NULL
      ), history AS (
        INSERT INTO connector_status
          (charge_point, connector_id, reported_at, digest, received_at, status, error_code, info,
           vendor_id, vendor_error_code, late, anomaly, previous_status, remarks, raw)
        SELECT r.charge_point, r.connector_id, r.reported_at, r.digest, r.received_at, r.status,
               r.error_code, r.info, r.vendor_id, r.vendor_error_code, coalesce(b.late, false),
               NOT coalesce(b.late, false)
                 AND coalesce(b.status, '*') <> ALL (string_to_array(r.may_follow, ',')),
               b.status, string_to_array(r.remarks, E'\\n'), r.raw
        FROM reported r LEFT JOIN before b ON b.n = r.n
        ON CONFLICT DO NOTHING
      ), now AS (
        INSERT INTO connector AS c
          (charge_point, connector_id, status, error_code, info, vendor_id, vendor_error_code, since,
           introduced_by, effective_at, received_at)
        SELECT charge_point, connector_id, status, error_code, info, vendor_id, vendor_error_code,
               effective_at, digest, effective_at, received_at
        FROM reported
        ON CONFLICT (charge_point, connector_id) DO UPDATE
          SET status = excluded.status, error_code = excluded.error_code, info = excluded.info,
              vendor_id = excluded.vendor_id, vendor_error_code = excluded.vendor_error_code,
              since = CASE
                WHEN (c.status, c.error_code) IS NOT DISTINCT FROM
                     (excluded.status, excluded.error_code) THEN c.since
                ELSE excluded.since END,
              introduced_by = CASE
                WHEN (c.status, c.error_code) IS NOT DISTINCT FROM
                     (excluded.status, excluded.error_code) THEN c.introduced_by
                ELSE excluded.introduced_by END,
              effective_at = excluded.effective_at, received_at = excluded.received_at
          WHERE c.effective_at IS NULL
             OR (excluded.effective_at, excluded.received_at) >= (c.effective_at, c.received_at)
        RETURNING charge_point, connector_id, introduced_by, since)
      SELECT r.n FROM reported r
      JOIN now ON now.charge_point = r.charge_point AND now.connector_id = r.connector_id
      WHERE now.introduced_by = r.digest AND now.since = r.effective_at
      """;

  private StatusSql() {}

  /**
   * @param round indexes of reports of different connectors
   * @return those of them that brought the current state about
   */
  static Future<Set<Integer>> keep(SqlClient client, List<StatusReport> all, List<Integer> round) {
    List<Integer> sorted =
        round.stream().sorted(Comparator.comparing(it -> all.get(it).connector())).toList();
    Function<Function<StatusReport, @Nullable String>, @Nullable String[]> texts =
        column ->
            sorted.stream()
                .map(it -> StorableText.ofNullable(column.apply(all.get(it))))
                .toArray(String[]::new);
    Function<Function<StatusReport, OffsetDateTime>, OffsetDateTime[]> times =
        column -> sorted.stream().map(it -> column.apply(all.get(it))).toArray(OffsetDateTime[]::new);
    Tuple columns =
        LedgerRows.tuple(
            sorted.toArray(Integer[]::new),
            texts.apply(it -> it.connector().chargePoint()),
            sorted.stream().map(it -> all.get(it).connector().connectorId()).toArray(Integer[]::new),
            times.apply(it -> Columns.time(it.at())),
            sorted.stream().map(it -> digest(all.get(it))).toArray(Long[]::new),
            times.apply(it -> Columns.time(it.effectiveAt())),
            times.apply(it -> Columns.time(it.receivedAt())),
            texts.apply(it -> it.status().name()),
            texts.apply(it -> it.errorCode().name()),
            texts.apply(StatusReport::info),
            texts.apply(StatusReport::vendorId),
            texts.apply(StatusReport::vendorErrorCode),
            texts.apply(StatusSql::mayFollow),
            texts.apply(it -> MeterValueSql.lines(it.leniency().remarks())),
            texts.apply(it -> it.leniency().raw()));
    return client
        .preparedQuery(KEEP)
        .execute(columns)
        .map(
            rows -> {
              Set<Integer> introduced = new HashSet<>();
              rows.forEach(row -> introduced.add(row.getInteger(0)));
              return introduced;
            });
  }

  private static Long digest(StatusReport report) {
    return Digest.of(
        String.join(
            "\u001f",
            report.status().name(),
            report.errorCode().name(),
            Objects.requireNonNullElse(report.info(), ""),
            Objects.requireNonNullElse(report.vendorId(), ""),
            Objects.requireNonNullElse(report.vendorErrorCode(), "")));
  }

  /** Names of the states it may follow; a star when it may be the first. */
  private static String mayFollow(StatusReport report) {
    int connectorId = report.connector().connectorId();
    String before =
        StatusTransitions.before(connectorId, report.status()).stream()
            .map(ChargePointStatus::name)
            .collect(Collectors.joining(","));
    return StatusTransitions.known(connectorId, report.status()) ? before + ",*" : "";
  }
}
