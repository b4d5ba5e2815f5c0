package io.evenkeel.auth.store;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.domain.Admission;
import io.evenkeel.auth.domain.Column;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.domain.Verdict;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The one way to change idTags: a single one or a chunk of an import. Writers take turns (a lock in
 * the database), so that what is judged about groups still holds when it is written, whatever other
 * process writes.
 */
@ApplicationScoped
public class IdTagWrites {

  private static final String TAKE_TURN =
      "select 1 from (select pg_advisory_xact_lock(hashtext('auth.id_tags'))) as turn";

  private static final String REMOVE = "delete from auth.id_tags where key = $1 returning id_tag";

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final Pool pool;
  private final AuthClock clock;

  public IdTagWrites(@ReactiveDataSource("auth") Pool pool, AuthClock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * What came of a write.
   *
   * @param verdicts one for each change, in their order
   * @param untold to be told, after which the writer may be answered
   */
  public record Written(List<Verdict> verdicts, List<Untold> untold) {}

  /** What came of a removal. */
  public enum Removal {
    REMOVED,
    UNKNOWN,
    HAS_MEMBERS
  }

  /** As above, with what is to be told. */
  public record Removed(Removal removal, List<Untold> untold) {}

  /** Sets all fields of one tag. */
  public Uni<Written> put(IdTagChange change) {
    Set<Column> columns = Set.of(Column.values());
    return pool.withTransaction(
        transaction ->
            takeTurn(transaction)
                .chain(() -> write(transaction, List.of(change), columns, new Admission(columns)))
                .chain(
                    verdicts ->
                        verdicts.getFirst() instanceof Verdict.Refused
                            ? Uni.createFrom().item(new Written(verdicts, List.of()))
                            : UntoldStore.addWithMembers(
                                    transaction, change.idTag().key(), clock.instant())
                                .map(untold -> new Written(verdicts, untold))));
  }

  /** Writes what can be admitted of {@code changes} (no tag twice), and only {@code columns}. */
  public Uni<Written> importChunk(List<IdTagChange> changes, Set<Column> columns) {
    return pool.withTransaction(
        transaction ->
            takeTurn(transaction)
                .chain(() -> write(transaction, changes, columns, new Admission(columns)))
                .chain(
                    verdicts ->
                        verdicts.stream().allMatch(Verdict.Refused.class::isInstance)
                            ? Uni.createFrom().item(new Written(verdicts, List.of()))
                            : UntoldStore.addAll(transaction, clock.instant())
                                .map(untold -> new Written(verdicts, untold))));
  }

  /** What {@link #importChunk} would say after all that {@code admission} has admitted before. */
  public Uni<List<Verdict>> rehearse(List<IdTagChange> changes, Admission admission) {
    return pool.withConnection(connection -> judge(connection, changes, admission));
  }

  public Uni<Removed> remove(TagName tag) {
    return pool.withTransaction(
            transaction ->
                takeTurn(transaction)
                    .chain(() -> transaction.preparedQuery(REMOVE).execute(Tuple.of(tag.key())))
                    .chain(
                        rows ->
                            rows.size() == 0
                                ? Uni.createFrom().item(new Removed(Removal.UNKNOWN, List.of()))
                                : UntoldStore.add(
                                        transaction, Columns.texts(rows, "id_tag"), clock.instant())
                                    .map(untold -> new Removed(Removal.REMOVED, untold))))
        .onFailure(IdTagWrites::hasMembers)
        .recoverWithItem(new Removed(Removal.HAS_MEMBERS, List.of()));
  }

  private static Uni<Void> takeTurn(SqlClient transaction) {
    return transaction.query(TAKE_TURN).execute().replaceWithVoid();
  }

  private Uni<List<Verdict>> write(
      SqlClient transaction, List<IdTagChange> changes, Set<Column> columns, Admission admission) {
    Instant now = clock.instant();
    return judge(transaction, changes, admission)
        .call(
            verdicts -> {
              List<IdTagChange> admitted = new ArrayList<>();
              for (int i = 0; i < changes.size(); i++) {
                if (!(verdicts.get(i) instanceof Verdict.Refused)) {
                  admitted.add(changes.get(i));
                }
              }
              return admitted.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : transaction
                      .preparedQuery(IdTagUpsert.sql(columns))
                      .execute(IdTagUpsert.tuple(admitted, now))
                      .replaceWithVoid();
            });
  }

  private static Uni<List<Verdict>> judge(
      SqlClient client, List<IdTagChange> changes, Admission admission) {
    return GroupQuery.around(client, changes, admission)
        .map(unused -> changes.stream().map(admission::judge).toList());
  }

  private static boolean hasMembers(Throwable failure) {
    return failure instanceof PgException refusal
        && FOREIGN_KEY_VIOLATION.equals(refusal.getSqlState());
  }
}
