package io.evenkeel.transaction.store;

import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.ArrayTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array per column, as {@code unnest} takes them. Filled row by row. */
final class ColumnArrays {

  private final int rows;
  private final List<@Nullable Object[]> columns = new ArrayList<>();
  private int row;
  private int column;

  ColumnArrays(int rows) {
    this.rows = rows;
  }

  /** The next value of this row; the type is that of its column in every row. */
  <T> ColumnArrays add(IntFunction<T[]> type, @Nullable T value) {
    if (row == 0) {
      columns.add(type.apply(rows));
    }
    columns.get(column++)[row] = value;
    return this;
  }

  void nextRow() {
    row++;
    column = 0;
  }

  Tuple tuple() {
    Tuple tuple = new ArrayTuple(columns.size());
    columns.forEach(tuple::addValue);
    return tuple;
  }
}
