package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.Column;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.TagName;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many tags in one statement; of those that exist only the named columns change. */
final class IdTagUpsert {

  private IdTagUpsert() {}

  private static final String INSERT =
      """
      insert into auth.id_tags as t (key, id_tag, status, expiry_date, parent_key,
        max_concurrent_transactions, note, created_at, updated_at)
      select key, id_tag, status, expiry_date, parent_key, max_concurrent_transactions, note, $8, $8
      from unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::timestamptz[], $5::varchar[],
        $6::integer[], $7::varchar[])
        as u(key, id_tag, status, expiry_date, parent_key, max_concurrent_transactions, note)
      on conflict (key) do update set updated_at = excluded.updated_at\
      """;

  static String sql(Set<Column> columns) {
    return columns.stream()
        .filter(column -> column != Column.ID_TAG) // spelled as first written
        .sorted()
        .map(IdTagUpsert::name)
        .map(name -> ", " + name + " = excluded." + name)
        .collect(Collectors.joining("", INSERT, ""));
  }

  static Tuple tuple(List<IdTagChange> changes, Instant now) {
    return Tuple.tuple()
        .addArrayOfString(each(changes, change -> change.idTag().key(), String[]::new))
        .addArrayOfString(each(changes, change -> change.idTag().spelled(), String[]::new))
        .addArrayOfString(each(changes, change -> change.status().wire(), String[]::new))
        .addArrayOfOffsetDateTime(
            each(changes, change -> Columns.utcOrNull(change.expiryDate()), OffsetDateTime[]::new))
        .addArrayOfString(each(changes, change -> key(change.parentIdTag()), String[]::new))
        .addArrayOfInteger(each(changes, IdTagChange::maxConcurrentTransactions, Integer[]::new))
        .addArrayOfString(each(changes, IdTagChange::note, String[]::new))
        .addOffsetDateTime(Columns.utc(now));
  }

  private static String name(Column column) {
    return switch (column) {
      case ID_TAG -> "id_tag";
      case STATUS -> "status";
      case EXPIRY_DATE -> "expiry_date";
      case PARENT_ID_TAG -> "parent_key";
      case MAX_CONCURRENT_TRANSACTIONS -> "max_concurrent_transactions";
      case NOTE -> "note";
    };
  }

  private static @Nullable String key(@Nullable TagName name) {
    return name == null ? null : name.key();
  }

  private static <T> T[] each(
      List<IdTagChange> changes, Function<IdTagChange, @Nullable T> field, IntFunction<T[]> array) {
    return changes.stream().map(field).toArray(array);
  }
}
