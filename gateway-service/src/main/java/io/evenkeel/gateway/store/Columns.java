package io.evenkeel.gateway.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows as one statement: an array for each column, unnested by PostgreSQL. */
final class Columns<T> {

  private final List<T> rows;
  private final Tuple tuple = Tuple.tuple();

  Columns(List<T> rows) {
    this.rows = rows;
  }

  Columns<T> text(Function<? super T, @Nullable String> column) {
    tuple.addArrayOfString(
        rows.stream().map(row -> storable(column.apply(row))).toArray(String[]::new));
    return this;
  }

  private static @Nullable String storable(@Nullable String said) {
    return said == null ? null : Rows.text(said);
  }

  Columns<T> time(Function<? super T, @Nullable Instant> column) {
    tuple.addArrayOfOffsetDateTime(
        rows.stream().map(row -> Rows.time(column.apply(row))).toArray(OffsetDateTime[]::new));
    return this;
  }

  Columns<T> small(Function<? super T, Integer> column) {
    tuple.addArrayOfShort(
        rows.stream().map(row -> column.apply(row).shortValue()).toArray(Short[]::new));
    return this;
  }

  Columns<T> one(String value) {
    tuple.addString(value);
    return this;
  }

  Tuple tuple() {
    return tuple;
  }
}
