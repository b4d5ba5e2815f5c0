package io.evenkeel.auth.store;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Changes that are committed and still to be told. They are written in the transaction of the
 * change itself, so that a crash between commit and telling forgets none.
 */
@ApplicationScoped
public class UntoldStore {

  /** More members than this, and the gateways are told to forget everything instead. */
  private static final int MOST_SINGLE = 100;

  private static final String WITH_MEMBERS =
      """
      with recursive affected(key, id_tag) as (
        select key, id_tag from auth.id_tags where key = $1
        union
        select t.key, t.id_tag from affected a join auth.id_tags t on t.parent_key = a.key
      )
      select id_tag from affected limit $2
      """;

  private static final String ADD =
      """
      insert into auth.untold (id_tag, changed_at)
      select id_tag, $2 from unnest($1::varchar[]) as changed(id_tag)
      returning id, id_tag
      """;

  private static final String OLDER =
      "select id, id_tag from auth.untold where changed_at < $1 order by id limit 1000";

  private static final String REMOVE = "delete from auth.untold where id = any($1)";

  private final Pool pool;

  public UntoldStore(@ReactiveDataSource("auth") Pool pool) {
    this.pool = pool;
  }

  /** What is not told although it changed before {@code time}; at most 1000. */
  public Uni<List<Untold>> changedBefore(Instant time) {
    return pool.preparedQuery(OLDER).execute(Tuple.of(Columns.utc(time))).map(UntoldStore::read);
  }

  public Uni<Void> told(List<Untold> untold) {
    Long[] ids = untold.stream().map(Untold::id).toArray(Long[]::new);
    return pool.preparedQuery(REMOVE).execute(Tuple.tuple().addArrayOfLong(ids)).replaceWithVoid();
  }

  /** The tag and all that belong to its group: their decisions depend on it. */
  static Uni<List<Untold>> addWithMembers(SqlClient transaction, String key, Instant now) {
    return transaction
        .preparedQuery(WITH_MEMBERS)
        .execute(Tuple.of(key, MOST_SINGLE + 1))
        .chain(
            rows ->
                rows.size() > MOST_SINGLE
                    ? addAll(transaction, now)
                    : add(transaction, Columns.texts(rows, "id_tag"), now));
  }

  static Uni<List<Untold>> addAll(SqlClient transaction, Instant now) {
    String[] any = {null};
    return add(transaction, any, now);
  }

  static Uni<List<Untold>> add(SqlClient transaction, String[] idTags, Instant now) {
    return transaction
        .preparedQuery(ADD)
        .execute(Tuple.tuple().addArrayOfString(idTags).addOffsetDateTime(Columns.utc(now)))
        .map(UntoldStore::read);
  }

  private static List<Untold> read(RowSet<Row> rows) {
    return Columns.map(rows, row -> new Untold(row.getLong("id"), row.getString("id_tag")));
  }
}
