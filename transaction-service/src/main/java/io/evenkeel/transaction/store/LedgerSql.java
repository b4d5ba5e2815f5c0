package io.evenkeel.transaction.store;

/** The statements of the ledger. A batch runs them in one database transaction. */
final class LedgerSql {
  private LedgerSql() {}

  /**
   * Locks until the commit, in the order given, and gives so many new ids. Locked are charge
   * points, whose transactions nobody else may change meanwhile, and limited tags, whose
   * transactions nobody else may count meanwhile.
   */
  static final String LOCK =
      """
      SELECT (SELECT count(pg_advisory_xact_lock(key)) FROM unnest($1::bigint[]) AS locks (key)),
             ARRAY(SELECT nextval('transaction_id')::int FROM generate_series(1, $2)) AS ids
      """;

  private static final String COLUMNS =
      """
      SELECT t.id, t.charge_point, t.connector_id, t.id_tag, t.tag, t.started_at, t.meter_start,
             t.start_received_at, t.id_tag_status, t.parent_id_tag, t.tag_expiry, t.ended_at,
             t.meter_stop, t.stop_received_at, t.stop_reason, t.stop_id_tag, t.closing_cause, t.flags
      """;

  /** A transaction may come more than once. */
  static final String TRANSACTIONS =
      COLUMNS
          + """
          FROM transaction t WHERE t.id = ANY ($1::int[])
          UNION ALL
          """
          + COLUMNS
          + """
          FROM transaction t WHERE t.charge_point = ANY ($2::text[]) AND t.ended_at IS NULL
          UNION ALL
          """
          + COLUMNS
          + """
          FROM unnest($3::text[], $4::int[], $5::timestamptz[], $6::text[], $7::bigint[])
            AS k (charge_point, connector_id, started_at, tag, meter_start)
          JOIN transaction t
            ON t.charge_point = k.charge_point AND t.connector_id = k.connector_id
            AND t.started_at = k.started_at AND t.tag = k.tag AND t.meter_start = k.meter_start
          UNION ALL
          """
          + COLUMNS
          + """
          FROM unnest($8::text[], $9::text[]) AS c (charge_point, closing_cause)
          JOIN transaction t
            ON t.charge_point = c.charge_point AND t.closing_cause = c.closing_cause
          """;

  /** Running transactions with our consent. */
  static final String LIVE =
      """
      SELECT tag, count(*)::int AS live FROM transaction
      WHERE tag = ANY ($1::text[]) AND ended_at IS NULL AND id_tag_status = 'Accepted'
      GROUP BY tag
      """;

  /** Stops that may be the end of what has started so and there. */
  static final String ORPHANS =
      """
      SELECT DISTINCT ON (s.id) s.charge_point, s.transaction_id, s.stopped_at, s.meter_stop,
             s.reason, s.id_tag, s.received_at, s.flags, s.remarks, s.raw
      FROM unnest($1::text[], $2::timestamptz[]) AS started (charge_point, at)
      JOIN stray_stop s
        ON s.charge_point = started.charge_point AND s.stopped_at >= started.at
        AND s.joined_to IS NULL AND NOT s.duplicate
      ORDER BY s.id
      """;

  /** The last reading of open transactions, and since when their connectors are in their state. */
  static final String EVIDENCE =
      """
      SELECT o.id, m.sampled_at, m.energy_milli_wh, c.since
      FROM unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[])
        AS o (id, charge_point, connector_id, started_at)
      LEFT JOIN LATERAL (
        SELECT v.sampled_at, v.energy_milli_wh FROM meter_value v
        WHERE v.charge_point = o.charge_point AND v.connector_id = o.connector_id
          AND v.sampled_at >= o.started_at AND v.sampled_at <= now() + interval '1 day'
          AND (v.transaction_id = o.id OR v.transaction_id IS NULL)
          AND v.energy_milli_wh IS NOT NULL
        ORDER BY v.sampled_at DESC LIMIT 1) m ON true
      LEFT JOIN connector c
        ON c.charge_point = o.charge_point AND c.connector_id = o.connector_id
      """;

  /** With its connector, even if that never reports its status. */
  static final String OPEN =
      """
      WITH opened AS MATERIALIZED (
        SELECT * FROM unnest(
            $1::int[], $2::text[], $3::int[], $4::text[], $5::text[], $6::timestamptz[],
            $7::bigint[], $8::timestamptz[], $9::int[], $10::text[], $11::text[],
            $12::timestamptz[], $13::text[], $14::text[], $15::timestamptz[], $16::bigint[],
            $17::bigint[], $18::timestamptz[], $19::text[], $20::text[], $21::text[], $22::text[],
            $23::text[], $24::text[])
          AS o (id, charge_point, connector_id, id_tag, tag, started_at, meter_start,
                start_received_at, reservation_id, id_tag_status, parent_id_tag, tag_expiry,
                start_remarks, start_raw, ended_at, meter_stop, energy_wh, stop_received_at,
                stop_reason, stop_id_tag, closing_cause, flags, stop_remarks, stop_raw)
      ), connectors AS (
        INSERT INTO connector (charge_point, connector_id)
        SELECT charge_point, connector_id FROM opened ORDER BY charge_point, connector_id
        ON CONFLICT DO NOTHING
      )
      INSERT INTO transaction
        (id, charge_point, connector_id, id_tag, tag, started_at, meter_start, start_received_at,
         reservation_id, id_tag_status, parent_id_tag, tag_expiry, ended_at, meter_stop, energy_wh,
         stop_received_at, stop_reason, stop_id_tag, closing_cause, flags, start_remarks, start_raw,
         stop_remarks, stop_raw)
      SELECT o.id, o.charge_point, o.connector_id, o.id_tag, o.tag, o.started_at, o.meter_start,
             o.start_received_at, o.reservation_id, o.id_tag_status, o.parent_id_tag, o.tag_expiry,
             o.ended_at, o.meter_stop, o.energy_wh, o.stop_received_at, o.stop_reason,
             o.stop_id_tag, o.closing_cause, string_to_array(o.flags, ','),
             string_to_array(o.start_remarks, E'\\n'), o.start_raw,
             string_to_array(o.stop_remarks, E'\\n'), o.stop_raw
      FROM opened o
      """;

  static final String CHANGE =
      """
      UPDATE transaction t
      SET ended_at = c.ended_at, meter_stop = c.meter_stop, energy_wh = c.energy_wh,
          stop_received_at = c.stop_received_at, stop_reason = c.stop_reason,
          stop_id_tag = c.stop_id_tag, closing_cause = c.closing_cause,
          flags = string_to_array(c.flags, ','),
          stop_remarks = coalesce(string_to_array(c.stop_remarks, E'\\n'), t.stop_remarks),
          stop_raw = coalesce(c.stop_raw, t.stop_raw)
      FROM unnest($1::int[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::timestamptz[],
                  $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
        AS c (id, ended_at, meter_stop, energy_wh, stop_received_at, stop_reason, stop_id_tag,
              closing_cause, flags, stop_remarks, stop_raw)
      WHERE t.id = c.id
      """;

  static final String STRAY =
      """
      INSERT INTO stray_stop
        (charge_point, transaction_id, stopped_at, meter_stop, reason, id_tag, tag, received_at,
         duplicate, flags, remarks, raw)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, string_to_array($11, E'\\n'), $12)
      ON CONFLICT DO NOTHING
      """;

  static final String JOIN =
      """
      UPDATE stray_stop SET joined_to = $6
      WHERE charge_point = $1 AND transaction_id = $2 AND stopped_at = $3 AND meter_stop = $4
        AND tag = $5
      """;

  /** The orphan's transactionData, which was kept with connector 0. */
  static final String JOIN_READINGS =
      """
      UPDATE meter_value SET transaction_id = $3
      WHERE charge_point = $1 AND connector_id = 0 AND transaction_id = $2
        AND sampled_at BETWEEN $4 AND $5
      """;
}
