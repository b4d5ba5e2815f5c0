package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.device.RegistryFilter;
import io.evenkeel.gateway.domain.paging.PageRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL. Not HQL, because a filter may name tens of thousands of ids, which PostgreSQL
 * takes as one array and not as so many parameters.
 */
final class ChargePointQuery {

  private static final String FROM =
      " from charge_point c left join last_seen s on s.charge_point = c.id";

  private final List<String> conditions = new ArrayList<>();
  private final List<Consumer<Tuple>> values = new ArrayList<>();

  ChargePointQuery(RegistryFilter filter) {
    ids("c.id = any($%d)", filter.among());
    ids("c.id <> all($%d)", filter.except());
    text(
        "c.registration = $%d",
        filter.registration() == null ? null : filter.registration().name());
    text("lower(c.vendor) = $%d", lower(filter.vendor()));
    text("lower(c.model) = $%d", lower(filter.model()));
    if (filter.text() != null) {
      var like =
          Stream.of("c.id", "c.vendor", "c.model", "c.charge_point_serial_number", "c.note")
              .map(column -> "lower(" + column + ") like $%1$d escape '!'")
              .collect(Collectors.joining(" or ", "(", ")"));
      text(like, "%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
    }
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private void ids(String condition, @Nullable Set<String> ids) {
    if (ids != null) {
      conditions.add(condition.formatted(conditions.size() + 1));
      values.add(tuple -> tuple.addArrayOfString(ids.toArray(String[]::new)));
    }
  }

  private void text(String condition, @Nullable String value) {
    if (value != null) {
      conditions.add(condition.formatted(conditions.size() + 1));
      values.add(tuple -> tuple.addString(value));
    }
  }

  private String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  String count() {
    return "select count(*)" + FROM + where();
  }

  String select() {
    return "select %s, c.note, c.created_at, c.updated_at, s.at as last_seen%s%s order by c.id offset $%d limit $%d"
        .formatted(Rows.COLUMNS, FROM, where(), conditions.size() + 1, conditions.size() + 2);
  }

  Tuple tuple() {
    var tuple = Tuple.tuple();
    values.forEach(value -> value.accept(tuple));
    return tuple;
  }

  Tuple tuple(PageRequest page) {
    return tuple().addInteger(page.first()).addInteger(page.size());
  }
}
