package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.domain.StatusReport;
import io.evenkeel.transaction.domain.StatusTransitions;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * History and current state in one statement. A report becomes the current state when none that
 * counted is younger; it is told when it is the one that brought the current state about, so also
 * when it is repeated.
 */
final class StatusSql {

  private static final String KEEP =
      """
      WITH reported AS MATERIALIZED (
        SELECT r.*, c.status AS previous_status,
               coalesce((r.effective_at, r.received_at) < (c.effective_at, c.received_at), false)
                 AS late
        FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::bigint[], $5::timestamptz[],
                    $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[],
                    $11::text[], $12::text[], $13::text[], $14::text[])
          AS r (charge_point, connector_id, reported_at, digest, effective_at, received_at,
                status, error_code, info, vendor_id, vendor_error_code, may_follow, remarks, raw)
        LEFT JOIN connector c
          ON c.charge_point = r.charge_point AND c.connector_id = r.connector_id
      ), history AS (
        INSERT INTO connector_status
          (charge_point, connector_id, reported_at, digest, received_at, status, error_code, info,
           vendor_id, vendor_error_code, late, anomaly, previous_status, remarks, raw)
        SELECT charge_point, connector_id, reported_at, digest, received_at, status, error_code,
               info, vendor_id, vendor_error_code, late,
               NOT late AND position(',' || coalesce(previous_status, '*') || ',' IN may_follow) = 0,
               previous_status, string_to_array(remarks, E'\\n'), raw
        FROM reported
        ON CONFLICT DO NOTHING
      )
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
      RETURNING charge_point, connector_id, introduced_by, since
      """;

  /** Names of the states that may come before, between commas; a star when it may be the first. */
  private static final String[] MAY_FOLLOW = mayFollow(1);

  private static final String[] MAY_FOLLOW_OF_CHARGE_POINT = mayFollow(0);

  private static String[] mayFollow(int connectorId) {
    return Arrays.stream(ChargePointStatus.values())
        .map(
            status ->
                StatusTransitions.known(connectorId, status)
                    ? StatusTransitions.before(connectorId, status).stream()
                        .map(ChargePointStatus::name)
                        .collect(Collectors.joining(",", ",", ",*,"))
                    : "")
        .toArray(String[]::new);
  }

  private StatusSql() {}

  /**
   * @param all sorted, so that two batches with the same connectors wait for each other and never
   *     deadlock; of different connectors
   * @return those of them that brought the current state about
   */
  static Future<Set<StatusReport>> keep(SqlClient client, SortedMap<Connector, StatusReport> all) {
    int size = all.size();
    String[] chargePoint = new String[size];
    Integer[] connectorId = new Integer[size];
    OffsetDateTime[] reportedAt = new OffsetDateTime[size];
    Long[] digest = new Long[size];
    OffsetDateTime[] effectiveAt = new OffsetDateTime[size];
    OffsetDateTime[] receivedAt = new OffsetDateTime[size];
    @Nullable String[][] texts = new String[8][size];
    int i = 0;
    for (StatusReport report : all.values()) {
      chargePoint[i] = StorableText.of(report.connector().chargePoint());
      connectorId[i] = report.connector().connectorId();
      reportedAt[i] = Columns.time(report.at());
      digest[i] = digest(report);
      effectiveAt[i] = Columns.time(report.effectiveAt());
      receivedAt[i] = Columns.time(report.receivedAt());
      texts[0][i] = report.status().name();
      texts[1][i] = report.errorCode().name();
      texts[2][i] = StorableText.ofNullable(report.info());
      texts[3][i] = StorableText.ofNullable(report.vendorId());
      texts[4][i] = StorableText.ofNullable(report.vendorErrorCode());
      texts[5][i] = mayFollow(report);
      texts[6][i] = MeterValueSql.lines(report.leniency().remarks());
      texts[7][i] = StorableText.ofNullable(report.leniency().raw());
      i++;
    }
    Tuple columns =
        LedgerRows.tuple(chargePoint, connectorId, reportedAt, digest, effectiveAt, receivedAt);
    for (@Nullable String[] text : texts) {
      columns.addValue(text);
    }
    return client.preparedQuery(KEEP).execute(columns).map(rows -> introduced(rows, all));
  }

  private static Set<StatusReport> introduced(
      RowSet<Row> rows, SortedMap<Connector, StatusReport> all) {
    Set<StatusReport> introduced = new HashSet<>();
    for (Row row : rows) {
      StatusReport report = all.get(new Connector(row.getString(0), row.getInteger(1)));
      if (report != null
          && row.getLong(2) == digest(report)
          && report.effectiveAt().equals(Columns.instant(row, "since"))) {
        introduced.add(report);
      }
    }
    return introduced;
  }

  private static long digest(StatusReport report) {
    return Digest.of(
        String.join(
            "\u001f",
            report.status().name(),
            report.errorCode().name(),
            Objects.requireNonNullElse(report.info(), ""),
            Objects.requireNonNullElse(report.vendorId(), ""),
            Objects.requireNonNullElse(report.vendorErrorCode(), "")));
  }

  private static String mayFollow(StatusReport report) {
    return (report.connector().connectorId() == 0 ? MAY_FOLLOW_OF_CHARGE_POINT : MAY_FOLLOW)
        [report.status().ordinal()];
  }
}
