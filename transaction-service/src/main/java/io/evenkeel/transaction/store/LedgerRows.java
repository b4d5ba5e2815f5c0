package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.transaction.domain.Ending;
import io.evenkeel.transaction.domain.IdTags;
import io.evenkeel.transaction.domain.LedgerChanges;
import io.evenkeel.transaction.domain.Leniency;
import io.evenkeel.transaction.domain.NaturalKey;
import io.evenkeel.transaction.domain.StrayStop;
import io.evenkeel.transaction.domain.Transaction;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.ArrayTuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of {@code transaction} and {@code stray_stop}. */
final class LedgerRows {
  private LedgerRows() {}

  static Transaction transaction(Row row) {
    return new Transaction(
        row.getInteger("id"),
        new NaturalKey(
            row.getString("charge_point"),
            row.getInteger("connector_id"),
            Columns.instant(row, "started_at"),
            row.getString("tag"),
            row.getLong("meter_start")),
        row.getString("id_tag"),
        Columns.instant(row, "start_received_at"),
        AuthorizationStatus.valueOf(row.getString("id_tag_status")),
        row.getString("parent_id_tag"),
        Columns.instantOrNull(row, "tag_expiry"),
        ending(row),
        Flags.of(row.getArrayOfStrings("flags")));
  }

  private static @Nullable Ending ending(Row row) {
    Instant endedAt = Columns.instantOrNull(row, "ended_at");
    if (endedAt == null) {
      return null;
    }
    long meterStop = row.getLong("meter_stop");
    Instant receivedAt = Columns.instantOrNull(row, "stop_received_at");
    return receivedAt == null
        ? new Ending.Evidence(
            endedAt, meterStop, Objects.requireNonNullElse(row.getString("closing_cause"), ""))
        : new Ending.Stop(
            endedAt,
            meterStop,
            Reason.valueOf(row.getString("stop_reason")),
            row.getString("stop_id_tag"),
            receivedAt);
  }

  static StrayStop orphan(Row row) {
    String[] remarks = row.getArrayOfStrings("remarks");
    return new StrayStop(
        row.getString("charge_point"),
        row.getInteger("transaction_id"),
        new Ending.Stop(
            Columns.instant(row, "stopped_at"),
            row.getLong("meter_stop"),
            Reason.valueOf(row.getString("reason")),
            row.getString("id_tag"),
            Columns.instant(row, "received_at")),
        false,
        Flags.of(row.getArrayOfStrings("flags")),
        remarks == null ? Leniency.NONE : new Leniency(List.of(remarks), row.getString("raw")));
  }

  /** Columns of {@link LedgerSql#OPEN}. */
  static Tuple opened(List<LedgerChanges.Opened> opened, LedgerChanges changes) {
    ColumnArrays columns = new ColumnArrays(opened.size());
    for (LedgerChanges.Opened one : opened) {
      Transaction transaction = one.transaction();
      NaturalKey key = transaction.key();
      columns
          .add(Integer[]::new, transaction.id())
          .add(String[]::new, StorableText.of(key.chargePoint()))
          .add(Integer[]::new, key.connectorId())
          .add(String[]::new, StorableText.of(transaction.idTag()))
          .add(String[]::new, StorableText.of(key.tag()))
          .add(OffsetDateTime[]::new, Columns.time(key.startedAt()))
          .add(Long[]::new, key.meterStart())
          .add(OffsetDateTime[]::new, Columns.time(transaction.receivedAt()))
          .add(Integer[]::new, one.reservationId())
          .add(String[]::new, transaction.authorization().name())
          .add(String[]::new, StorableText.ofNullable(transaction.parentIdTag()))
          .add(OffsetDateTime[]::new, Columns.timeOrNull(transaction.expiryDate()))
          .add(String[]::new, MeterValueSql.lines(one.leniency().remarks()))
          .add(String[]::new, StorableText.ofNullable(one.leniency().raw()));
      ending(transaction, changes.leniencyOfStop(transaction.id()), columns);
      columns.nextRow();
    }
    return columns.tuple();
  }

  /** Columns of {@link LedgerSql#CHANGE}. */
  static Tuple changed(List<Transaction> changed, LedgerChanges changes) {
    ColumnArrays columns = new ColumnArrays(changed.size());
    for (Transaction transaction : changed) {
      columns.add(Integer[]::new, transaction.id());
      ending(transaction, changes.leniencyOfStop(transaction.id()), columns);
      columns.nextRow();
    }
    return columns.tuple();
  }

  /** The last ten columns of both. */
  private static void ending(Transaction transaction, Leniency ofStop, ColumnArrays columns) {
    Ending ending = transaction.ending();
    Ending.Stop stop = ending instanceof Ending.Stop it ? it : null;
    String cause = ending instanceof Ending.Evidence evidence ? evidence.cause() : null;
    columns
        .add(OffsetDateTime[]::new, ending == null ? null : Columns.time(ending.at()))
        .add(Long[]::new, ending == null ? null : (Long) ending.meterStop())
        .add(Long[]::new, ending == null ? null : (Long) transaction.energyWh())
        .add(OffsetDateTime[]::new, stop == null ? null : Columns.time(stop.receivedAt()))
        .add(String[]::new, stop == null ? null : stop.reason().name())
        .add(String[]::new, stop == null ? null : StorableText.ofNullable(stop.idTag()))
        .add(String[]::new, StorableText.ofNullable(cause))
        .add(String[]::new, String.join(",", Flags.array(transaction.flags())))
        .add(String[]::new, MeterValueSql.lines(ofStop.remarks()))
        .add(String[]::new, StorableText.ofNullable(ofStop.raw()));
  }

  static Tuple stray(StrayStop stray) {
    Ending.Stop stop = stray.stop();
    Tuple row = key(stray);
    return tuple(
        row.getValue(0),
        row.getValue(1),
        row.getValue(2),
        row.getValue(3),
        stop.reason().name(),
        StorableText.ofNullable(stop.idTag()),
        row.getValue(4),
        Columns.time(stop.receivedAt()),
        stray.duplicate(),
        Flags.array(stray.flags()),
        MeterValueSql.lines(stray.leniency().remarks()),
        StorableText.ofNullable(stray.leniency().raw()));
  }

  /** charge_point, transaction_id, stopped_at, meter_stop, tag. */
  private static Tuple key(StrayStop stray) {
    String idTag = stray.stop().idTag();
    return tuple(
        StorableText.of(stray.chargePoint()),
        stray.transactionId(),
        Columns.time(stray.stop().at()),
        stray.stop().meterStop(),
        idTag == null ? "" : StorableText.of(IdTags.key(idTag)));
  }

  static Tuple joined(LedgerChanges.Joined joined) {
    Tuple row = key(joined.orphan());
    row.addValue(joined.transaction().id());
    return row;
  }

  static Tuple joinedReadings(LedgerChanges.Joined joined) {
    return tuple(
        StorableText.of(joined.orphan().chargePoint()),
        joined.orphan().transactionId(),
        joined.transaction().id(),
        Columns.time(joined.transaction().key().startedAt()),
        Columns.time(joined.orphan().stop().at()));
  }

  static Tuple copy(Tuple original) {
    Tuple copy = new ArrayTuple(original.size() + 2);
    for (int i = 0; i < original.size(); i++) {
      copy.addValue(original.getValue(i));
    }
    return copy;
  }

  static Tuple tuple(@Nullable Object... values) {
    Tuple tuple = new ArrayTuple(values.length + 8);
    for (Object value : values) {
      tuple.addValue(value);
    }
    return tuple;
  }
}
