package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics.Received;
import io.evenkeel.gateway.domain.diagnostics.FileName;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.domain.paging.PageRequest;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Requests for diagnostics, and what became of them. */
@ApplicationScoped
public class DiagnosticsStore {

  private static final String SELECT =
      """
      select d.*, c.state as command_state
      from diagnostics d left join command c on c.command_id = d.command_id
      where d.charge_point = $1\
      """;

  private final Pool pool;

  @Inject
  public DiagnosticsStore(@ReactiveDataSource("fleet") Pool pool) {
    this.pool = pool;
  }

  /** Writes a request down; its number. */
  public Uni<Long> add(
      String chargePoint,
      String commandId,
      String requestedBy,
      Instant requestedAt,
      String tokenHash,
      Instant openUntil) {
    return pool.preparedQuery(
            """
            insert into diagnostics (charge_point, command_id, requested_by, requested_at, token, open_until)
            values ($1, $2, $3, $4, $5, $6) returning id""")
        .execute(
            Tuple.tuple()
                .addString(chargePoint)
                .addString(commandId)
                .addString(requestedBy)
                .addValue(Rows.time(requestedAt))
                .addString(tokenHash)
                .addValue(Rows.time(openUntil)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** The charge point announced the file's name. */
  public Uni<Void> named(long id, String name) {
    return pool.preparedQuery("update diagnostics set told_name = $2 where id = $1")
        .execute(Tuple.of(id, name))
        .replaceWithVoid();
  }

  /** The charge point never got the address: it leads nowhere. */
  public Uni<Void> closed(long id) {
    return pool.preparedQuery("update diagnostics set open_until = requested_at where id = $1")
        .execute(Tuple.of(id))
        .replaceWithVoid();
  }

  /**
   * Notes what a charge point says of its upload: of the last one that it was asked for, unless
   * that was by a GetDiagnostics with an address of somebody else.
   */
  public Uni<Void> status(String chargePoint, String status, Instant at) {
    return pool.preparedQuery(
            """
            update diagnostics d set status = $2, status_at = $3
            where d.id = (select max(id) from diagnostics
                          where charge_point = $1 and open_until > requested_at)
              and not exists (
                select from command c where c.charge_point = $1 and c.action = 'GetDiagnostics'
                  and c.command_id <> d.command_id and c.state = 'Answered' and c.created_at > d.requested_at)""")
        .execute(Tuple.of(chargePoint, status, Rows.time(at)))
        .replaceWithVoid();
  }

  /** Newest first. */
  public Uni<Page<Diagnostics>> list(String chargePoint, PageRequest page) {
    return pool.preparedQuery("select count(*) from diagnostics where charge_point = $1")
        .execute(Tuple.of(chargePoint))
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(
            total ->
                pool.preparedQuery(SELECT + " order by d.id desc offset $2 limit $3")
                    .execute(Tuple.of(chargePoint, page.first(), page.size()))
                    .map(rows -> new Page<>(all(rows), page.page(), page.size(), total)));
  }

  public Uni<Optional<Diagnostics>> get(String chargePoint, long id) {
    return pool.preparedQuery(SELECT + " and d.id = $2")
        .execute(Tuple.of(chargePoint, id))
        .map(rows -> all(rows).stream().findFirst());
  }

  /**
   * Forgets it.
   *
   * @return the file's name on the disk, empty when there was none; empty Optional when it was not
   *     known
   */
  public Uni<Optional<String>> delete(String chargePoint, long id) {
    return pool.preparedQuery(
            "delete from diagnostics where charge_point = $1 and id = $2 returning coalesce(upload, '')")
        .execute(Tuple.of(chargePoint, id))
        .map(rows -> names(rows).stream().findFirst());
  }

  /** Forgets older ones; names of their files on the disk. */
  public Uni<List<String>> purge(Instant before) {
    return pool.preparedQuery(
            "delete from diagnostics where requested_at < $1 returning coalesce(upload, '')")
        .execute(Tuple.of(Rows.time(before)))
        .map(DiagnosticsStore::names)
        .map(names -> names.stream().filter(name -> !name.isEmpty()).toList());
  }

  /** Which of these names of files on the disk mean something. */
  public Uni<List<String>> known(List<String> stored) {
    return pool.preparedQuery("select upload from diagnostics where upload = any($1)")
        .execute(Tuple.tuple().addArrayOfString(stored.toArray(String[]::new)))
        .map(DiagnosticsStore::names);
  }

  private static List<String> names(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }

  private static List<Diagnostics> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(DiagnosticsStore::one).toList();
  }

  private static Diagnostics one(Row row) {
    var state = row.getString("command_state");
    return new Diagnostics(
        row.getLong("id"),
        row.getString("charge_point"),
        row.getString("command_id"),
        state == null ? null : CommandState.valueOf(state),
        row.getString("requested_by"),
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getOffsetDateTime("open_until").toInstant(),
        row.getString("told_name"),
        row.getString("status"),
        Rows.instant(row.getOffsetDateTime("status_at")),
        file(row));
  }

  private static @Nullable Received file(Row row) {
    var at = row.getOffsetDateTime("received_at");
    return at == null
        ? null
        : new Received(
            row.getString("upload"),
            FileName.first(row.getString("told_name"), row.getString("file_name")),
            row.getLong("size"),
            row.getInteger("node"),
            at.toInstant());
  }
}
