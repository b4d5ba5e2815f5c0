package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.forecast.Habit;
import io.evenkeel.smartcharging.domain.forecast.Stay;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables {@code stays} and {@code habits}, many rows in one statement. */
final class StayRows {

  static final String DELETE =
      """
      delete from stays s using unnest($1::text[], $2::int[]) as r (charge_point, connector_id)
      where s.charge_point = r.charge_point and s.connector_id = r.connector_id
      """;
  static final String INSERT =
      """
      insert into stays (charge_point, connector_id, transaction_id, id_tag, started_at,
        meter_start_wh, departure, energy_wh, stated_at)
      select * from unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::timestamptz[],
        $6::bigint[], $7::timestamptz[], $8::bigint[], $9::timestamptz[])
      """;
  static final String LEARN =
      """
      insert into habits (name, stay_s, energy_wh, times, updated_at)
      select * from unnest($1::text[], $2::float8[], $3::float8[], $4::int[], $5::timestamptz[])
      on conflict (name) do update
      set stay_s = excluded.stay_s, energy_wh = excluded.energy_wh, times = excluded.times,
        updated_at = excluded.updated_at
      """;

  private StayRows() {}

  static Tuple tuple(Map<ConnectorKey, Stay> stays) {
    List<Stay> rows = List.copyOf(stays.values());
    return LeaverStore.keys(stays.keySet())
        .addArrayOfInteger(rows.stream().map(Stay::transactionId).toArray(Integer[]::new))
        .addArrayOfString(texts(rows, Stay::idTag))
        .addArrayOfOffsetDateTime(times(rows, Stay::startedAt))
        .addArrayOfLong(longs(rows, Stay::meterStartWh))
        .addArrayOfOffsetDateTime(times(rows, Stay::departure))
        .addArrayOfLong(longs(rows, Stay::energyWh))
        .addArrayOfOffsetDateTime(times(rows, Stay::statedAt));
  }

  private static @Nullable String[] texts(List<Stay> rows, Function<Stay, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable Long[] longs(List<Stay> rows, Function<Stay, @Nullable Long> value) {
    return rows.stream().map(value).toArray(Long[]::new);
  }

  private static @Nullable OffsetDateTime[] times(
      List<Stay> rows, Function<Stay, @Nullable Instant> value) {
    return rows.stream()
        .map(value)
        .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }

  static ConnectorKey connector(Row row) {
    return new ConnectorKey(row.getString("charge_point"), row.getInteger("connector_id"));
  }

  static Stay stay(Row row) {
    return new Stay(
        row.getInteger("transaction_id"),
        row.getString("id_tag"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getLong("meter_start_wh"),
        instant(row, "departure"),
        row.getLong("energy_wh"),
        instant(row, "stated_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  static Tuple habits(Map<String, Habit> habits) {
    List<Habit> rows = List.copyOf(habits.values());
    return Tuple.tuple()
        .addArrayOfString(habits.keySet().toArray(String[]::new))
        .addArrayOfDouble(rows.stream().map(Habit::staySeconds).toArray(Double[]::new))
        .addArrayOfDouble(rows.stream().map(Habit::energyWh).toArray(Double[]::new))
        .addArrayOfInteger(rows.stream().map(Habit::times).toArray(Integer[]::new))
        .addArrayOfOffsetDateTime(
            rows.stream()
                .map(habit -> habit.lastAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
  }

  static Map.Entry<String, Habit> habit(Row row) {
    return Map.entry(
        row.getString("name"),
        new Habit(
            row.getDouble("stay_s"),
            row.getDouble("energy_wh"),
            row.getInteger("times"),
            row.getOffsetDateTime("updated_at").toInstant()));
  }
}
