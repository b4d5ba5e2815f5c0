package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.Electrical;
import io.evenkeel.transaction.domain.MeterReading;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes readings with one statement, however many. A reading that is there already is left alone,
 * but for its transaction when that was not told the first time.
 */
final class MeterValueSql {

  private static final String INSERT =
      """
      INSERT INTO meter_value AS known
        (charge_point, connector_id, sampled_at, digest, transaction_id, received_at,
         energy_milli_wh, samples, remarks, raw)
      SELECT charge_point, connector_id, sampled_at, digest, transaction_id, received_at,
             energy_milli_wh, samples::json, string_to_array(remarks, E'\\n'), raw
      FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::bigint[], $5::int[],
                  $6::timestamptz[], $7::bigint[], $8::text[], $9::text[], $10::text[])
        AS reading (charge_point, connector_id, sampled_at, digest, transaction_id, received_at,
                    energy_milli_wh, samples, remarks, raw)
      ON CONFLICT (charge_point, connector_id, sampled_at, digest) DO UPDATE
        SET transaction_id = excluded.transaction_id
        WHERE known.transaction_id IS NULL AND excluded.transaction_id IS NOT NULL
      """;

  private MeterValueSql() {}

  /** The natural key of a row. */
  private record Key(String chargePoint, int connectorId, OffsetDateTime at, long digest)
      implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = chargePoint.compareTo(other.chargePoint);
      order = order != 0 ? order : Integer.compare(connectorId, other.connectorId);
      order = order != 0 ? order : at.compareTo(other.at);
      return order != 0 ? order : Long.compare(digest, other.digest);
    }
  }

  private record Value(MeterReading reading, String samples) {}

  /** Sorted, so that two batches with the same readings wait for each other and never deadlock. */
  static Future<?> insert(SqlClient client, Iterable<MeterReading> readings) {
    TreeMap<Key, Value> rows = new TreeMap<>();
    for (MeterReading reading : readings) {
      String samples = SamplesJson.write(reading.samples());
      Key key =
          new Key(
              StorableText.of(reading.connector().chargePoint()),
              reading.connector().connectorId(),
              Columns.time(reading.at()),
              Digest.of(samples));
      rows.merge(
          key,
          new Value(reading, samples),
          (one, other) -> one.reading.transactionId() == null ? other : one);
    }
    return rows.isEmpty()
        ? Future.succeededFuture()
        : client.preparedQuery(INSERT).execute(columns(rows));
  }

  private static Tuple columns(TreeMap<Key, Value> rows) {
    int size = rows.size();
    String[] chargePoint = new String[size];
    Integer[] connectorId = new Integer[size];
    OffsetDateTime[] at = new OffsetDateTime[size];
    Long[] digest = new Long[size];
    @Nullable Integer[] transactionId = new Integer[size];
    OffsetDateTime[] receivedAt = new OffsetDateTime[size];
    @Nullable Long[] energy = new Long[size];
    String[] samples = new String[size];
    @Nullable String[] remarks = new String[size];
    @Nullable String[] raw = new String[size];
    int i = 0;
    for (var row : rows.entrySet()) {
      MeterReading reading = row.getValue().reading();
      chargePoint[i] = row.getKey().chargePoint();
      connectorId[i] = row.getKey().connectorId();
      at[i] = row.getKey().at();
      digest[i] = row.getKey().digest();
      transactionId[i] = reading.transactionId();
      receivedAt[i] = Columns.time(reading.receivedAt());
      energy[i] = milliWh(Electrical.energyWh(reading.samples()));
      samples[i] = row.getValue().samples();
      remarks[i] = lines(reading.leniency().remarks());
      raw[i] = StorableText.ofNullable(reading.leniency().raw());
      i++;
    }
    return Tuple.of(chargePoint, connectorId, at, digest, transactionId, receivedAt)
        .addValue(energy)
        .addValue(samples)
        .addValue(remarks)
        .addValue(raw);
  }

  /** Null for what no register shows. */
  private static @Nullable Long milliWh(@Nullable BigDecimal wh) {
    if (wh == null || wh.precision() - wh.scale() > 15) {
      return null;
    }
    return wh.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** One text per line; no array within the array of a column. */
  static @Nullable String lines(List<String> texts) {
    return texts.isEmpty() ? null : StorableText.of(String.join("\n", texts));
  }
}
