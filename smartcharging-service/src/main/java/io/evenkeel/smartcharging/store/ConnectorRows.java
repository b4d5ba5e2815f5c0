package io.evenkeel.smartcharging.store;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Session;
import io.evenkeel.smartcharging.domain.safety.Conduct;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code connectors}, many rows in one statement. */
final class ConnectorRows {

  static final String SELECT = "select * from connectors order by charge_point, connector_id";

  /** Writes nothing unless the epoch ($1) is still the one in force. */
  static final String UPSERT =
      """
      with fence as materialized (select 1 from leadership where epoch = $1 for share)
      insert into connectors (charge_point, connector_id, maximum,
        default_low, default_high, default_confirmed,
        profile_transaction_id, profile_low, profile_high, profile_confirmed, uncontrolled,
        transaction_id, started_at, live, served, served_since, ended, status,
        desired_default, desired_tx, default_rejections, tx_rejections,
        profile_low_course, profile_high_course, desired_course, drawn, by_hand, counts_from,
        car_phases)
      select charge_point, connector_id, maximum,
        default_low, default_high, default_confirmed,
        profile_transaction_id, profile_low, profile_high, profile_confirmed, uncontrolled,
        transaction_id, started_at, live, served, served_since,
        string_to_array(ended, ',')::int[], status,
        desired_default, desired_tx, default_rejections, tx_rejections,
        profile_low_course, profile_high_course, desired_course, drawn, by_hand, counts_from,
        car_phases
      from unnest($2::text[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bool[],
        $8::int[], $9::int[], $10::int[], $11::bool[], $12::bool[],
        $13::int[], $14::timestamptz[], $15::bool[], $16::bool[], $17::timestamptz[],
        $18::text[], $19::text[], $20::int[], $21::int[], $22::int[], $23::int[],
        $24::text[], $25::text[], $26::text[], $27::int[], $28::int[], $29::timestamptz[],
        $30::int[])
        as r (charge_point, connector_id, maximum,
          default_low, default_high, default_confirmed,
          profile_transaction_id, profile_low, profile_high, profile_confirmed, uncontrolled,
          transaction_id, started_at, live, served, served_since, ended, status,
          desired_default, desired_tx, default_rejections, tx_rejections,
          profile_low_course, profile_high_course, desired_course, drawn, by_hand, counts_from,
          car_phases), fence
      on conflict (charge_point, connector_id) do update set
        maximum = excluded.maximum,
        default_low = excluded.default_low,
        default_high = excluded.default_high,
        default_confirmed = excluded.default_confirmed,
        profile_transaction_id = excluded.profile_transaction_id,
        profile_low = excluded.profile_low,
        profile_high = excluded.profile_high,
        profile_confirmed = excluded.profile_confirmed,
        uncontrolled = excluded.uncontrolled,
        transaction_id = excluded.transaction_id,
        started_at = excluded.started_at,
        live = excluded.live,
        served = excluded.served,
        served_since = excluded.served_since,
        ended = excluded.ended,
        status = excluded.status,
        desired_default = excluded.desired_default,
        desired_tx = excluded.desired_tx,
        default_rejections = excluded.default_rejections,
        tx_rejections = excluded.tx_rejections,
        profile_low_course = excluded.profile_low_course,
        profile_high_course = excluded.profile_high_course,
        desired_course = excluded.desired_course,
        drawn = excluded.drawn,
        by_hand = excluded.by_hand,
        counts_from = excluded.counts_from,
        car_phases = excluded.car_phases
      """;

  private ConnectorRows() {}

  static Tuple tuple(long epoch, List<ConnectorRecord> records) {
    Columns columns = new Columns(records);
    Tuple tuple = Tuple.tuple().addLong(epoch);
    tuple.addArrayOfString(columns.texts(record -> record.key().chargePoint()));
    tuple.addArrayOfInteger(columns.ints(record -> record.key().connectorId()));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().maximum()));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().ofDefault().low()));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().ofDefault().high()));
    tuple.addArrayOfBoolean(columns.flags(record -> record.exposure().ofDefault().confirmed()));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().transactionId()));
    tuple.addArrayOfInteger(columns.ints(profile(held -> held.low().trough())));
    tuple.addArrayOfInteger(columns.ints(profile(held -> held.high().peak())));
    tuple.addArrayOfBoolean(columns.flags(profile(HeldCourse::confirmed)));
    tuple.addArrayOfBoolean(columns.flags(record -> record.exposure().conduct().uncontrolled()));
    tuple.addArrayOfInteger(columns.ints(session(Session::transactionId)));
    tuple.addArrayOfOffsetDateTime(columns.times(session(Session::startedAt)));
    tuple.addArrayOfBoolean(columns.flags(session(Session::live)));
    tuple.addArrayOfBoolean(columns.flags(session(Session::served)));
    tuple.addArrayOfOffsetDateTime(columns.times(session(Session::since)));
    tuple.addArrayOfString(columns.texts(ConnectorRows::ended));
    tuple.addArrayOfString(
        columns.texts(record -> record.status() == null ? null : record.status().name()));
    tuple.addArrayOfInteger(columns.ints(ConnectorRecord::desiredDefault));
    tuple.addArrayOfInteger(columns.ints(record -> record.desiredTx().peak()));
    tuple.addArrayOfInteger(columns.ints(ConnectorRecord::defaultRejections));
    tuple.addArrayOfInteger(columns.ints(ConnectorRecord::txRejections));
    tuple.addArrayOfString(columns.texts(profile(held -> CourseText.write(held.low()))));
    tuple.addArrayOfString(columns.texts(profile(held -> CourseText.write(held.high()))));
    tuple.addArrayOfString(columns.texts(record -> CourseText.write(record.desiredTx())));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().conduct().drawn()));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().conduct().byHand()));
    tuple.addArrayOfOffsetDateTime(columns.times(session(Session::countsFrom)));
    tuple.addArrayOfInteger(columns.ints(record -> record.exposure().carPhases()));
    return tuple;
  }

  private static <V> Function<ConnectorRecord, @Nullable V> profile(Function<HeldCourse, V> value) {
    return record -> {
      HeldCourse held = record.exposure().ofTransaction();
      return held == null ? null : value.apply(held);
    };
  }

  private static <V> Function<ConnectorRecord, @Nullable V> session(
      Function<Session, @Nullable V> value) {
    return record -> record.session() == null ? null : value.apply(record.session());
  }

  private static String ended(ConnectorRecord record) {
    return record.ended().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static ConnectorRecord read(Row row) {
    return new ConnectorRecord(
        new ConnectorKey(row.getString("charge_point"), row.getInteger("connector_id")),
        exposure(row),
        session(row),
        Arrays.asList(row.getArrayOfIntegers("ended")),
        row.getString("status") == null ? null : ChargePointStatus.valueOf(row.getString("status")),
        row.getInteger("desired_default"),
        course(row, "desired_course", "desired_tx"),
        row.getInteger("default_rejections"),
        row.getInteger("tx_rejections"));
  }

  private static Exposure exposure(Row row) {
    Integer transaction = row.getInteger("profile_transaction_id");
    return new Exposure(
        row.getInteger("maximum"),
        new Held(
            row.getInteger("default_low"),
            row.getInteger("default_high"),
            row.getBoolean("default_confirmed")),
        transaction,
        transaction == null ? null : held(row),
        new Conduct(
            row.getBoolean("uncontrolled"),
            false, // the charge point knows
            row.getInteger("drawn"),
            row.getInteger("by_hand")),
        row.getInteger("car_phases"));
  }

  private static HeldCourse held(Row row) {
    return new HeldCourse(
        course(row, "profile_low_course", "profile_low"),
        course(row, "profile_high_course", "profile_high"),
        row.getBoolean("profile_confirmed"));
  }

  private static Course course(Row row, String course, String level) {
    String text = row.getString(course);
    return text == null ? Course.constant(row.getInteger(level)) : CourseText.read(text);
  }

  private static @Nullable Session session(Row row) {
    Integer transaction = row.getInteger("transaction_id");
    return transaction == null
        ? null
        : new Session(
            transaction,
            row.getOffsetDateTime("started_at").toInstant(),
            row.getBoolean("live"),
            row.getBoolean("served"),
            row.getOffsetDateTime("served_since").toInstant(),
            row.getOffsetDateTime("counts_from") == null
                ? null
                : row.getOffsetDateTime("counts_from").toInstant());
  }

  /** One array per column. */
  private record Columns(List<ConnectorRecord> records) {

    @Nullable String[] texts(Function<ConnectorRecord, @Nullable String> value) {
      return records.stream().map(value).toArray(String[]::new);
    }

    @Nullable Integer[] ints(Function<ConnectorRecord, @Nullable Integer> value) {
      return records.stream().map(value).toArray(Integer[]::new);
    }

    @Nullable Boolean[] flags(Function<ConnectorRecord, @Nullable Boolean> value) {
      return records.stream().map(value).toArray(Boolean[]::new);
    }

    @Nullable OffsetDateTime[] times(Function<ConnectorRecord, java.time.@Nullable Instant> value) {
      return records.stream()
          .map(value)
          .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
          .toArray(OffsetDateTime[]::new);
    }
  }
}
