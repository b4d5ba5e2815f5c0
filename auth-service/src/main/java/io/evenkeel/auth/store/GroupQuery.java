package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.Admission;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.TagName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Fetches the part of the groups that an {@link Admission} needs: all above, and all below. */
final class GroupQuery {

  private GroupQuery() {}

  private static final String SQL =
      """
      with recursive above(key, parent_key) as (
        select key, parent_key from auth.id_tags where key = any($1)
        union
        select t.key, t.parent_key from above a join auth.id_tags t on t.key = a.parent_key
      ), below(key, parent_key) as (
        select key, parent_key from auth.id_tags where parent_key = any($2)
        union
        select t.key, t.parent_key from below b join auth.id_tags t on t.parent_key = b.key
      )
      select key, parent_key from above union select key, parent_key from below
      """;

  static Uni<Void> around(SqlClient client, List<IdTagChange> changes, Admission admission) {
    String[] named =
        changes.stream()
            .flatMap(change -> Stream.of(change.idTag(), change.parentIdTag()))
            .filter(Objects::nonNull)
            .map(TagName::key)
            .distinct()
            .toArray(String[]::new);
    String[] moving =
        changes.stream()
            .filter(change -> change.parentIdTag() != null)
            .map(change -> change.idTag().key())
            .toArray(String[]::new);
    return client
        .preparedQuery(SQL)
        .execute(Tuple.tuple().addArrayOfString(named).addArrayOfString(moving))
        .invoke(
            rows -> {
              for (Row row : rows) {
                admission.existing(row.getString("key"), row.getString("parent_key"));
              }
            })
        .replaceWithVoid();
  }
}
