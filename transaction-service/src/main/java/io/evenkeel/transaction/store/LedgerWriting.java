package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.LedgerChanges;
import io.evenkeel.transaction.domain.Transaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Writes what a batch has changed. The statements travel together. */
final class LedgerWriting {
  private LedgerWriting() {}

  /** Statements that are not awaited yet: all must succeed before the commit counts. */
  static List<Future<?>> write(SqlConnection connection, LedgerChanges changes) {
    List<Future<?>> written = new ArrayList<>();
    List<LedgerChanges.Opened> opened = changes.opened();
    if (!opened.isEmpty()) {
      written.add(
          connection.preparedQuery(LedgerSql.OPEN).execute(LedgerRows.opened(opened, changes)));
    }
    List<Transaction> changed = changes.changed();
    if (!changed.isEmpty()) {
      written.add(
          connection.preparedQuery(LedgerSql.CHANGE).execute(LedgerRows.changed(changed, changes)));
    }
    batch(connection, LedgerSql.STRAY, changes.strays(), LedgerRows::stray, written);
    if (!changes.readings().isEmpty()) {
      written.add(MeterValueSql.insert(connection, changes.readings()));
    }
    batch(connection, LedgerSql.JOIN, changes.joined(), LedgerRows::joined, written);
    batch(
        connection, LedgerSql.JOIN_READINGS, changes.joined(), LedgerRows::joinedReadings, written);
    return written;
  }

  /** What is rare enough to be written row by row. */
  private static <T> void batch(
      SqlConnection connection,
      String sql,
      Collection<T> values,
      Function<T, Tuple> row,
      List<Future<?>> written) {
    if (!values.isEmpty()) {
      written.add(connection.preparedQuery(sql).executeBatch(values.stream().map(row).toList()));
    }
  }
}
