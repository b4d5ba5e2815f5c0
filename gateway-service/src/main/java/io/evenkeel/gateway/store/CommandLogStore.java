package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.domain.paging.PageRequest;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The log of commands. */
@ApplicationScoped
public class CommandLogStore {

  private static final String WRITE =
      """
      insert into command as c (command_id, charge_point, action, request, requested_by, state, rank,
        response, error_code, error_description, created_at, expires_at, sent_at, answered_at,
        effective_at)
      select * from unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::text[], $5::varchar[],
        $6::varchar[], $7::smallint[], $8::text[], $9::varchar[], $10::text[], $11::timestamptz[],
        $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[])
      on conflict (command_id) do update set
        requested_by = coalesce(c.requested_by, excluded.requested_by),
        state = case when excluded.rank > c.rank then excluded.state else c.state end,
        rank = greatest(c.rank, excluded.rank),
        response = case when excluded.rank > c.rank
                        then coalesce(excluded.response, c.response)
                        else coalesce(c.response, excluded.response) end,
        error_code = case when excluded.rank > c.rank then excluded.error_code
                          else c.error_code end,
        error_description = case when excluded.rank > c.rank then excluded.error_description
                                 else c.error_description end,
        created_at = least(c.created_at, excluded.created_at),
        sent_at = coalesce(c.sent_at, excluded.sent_at),
        answered_at = coalesce(c.answered_at, excluded.answered_at),
        effective_at = coalesce(c.effective_at, excluded.effective_at)
      """;

  private static final String PURGE = "delete from command where created_at < $1";

  private final Pool pool;
  private final Mutiny.SessionFactory sessions;

  @Inject
  public CommandLogStore(
      @ReactiveDataSource("fleet") Pool pool,
      @PersistenceUnit("fleet") Mutiny.SessionFactory sessions) {
    this.pool = pool;
    this.sessions = sessions;
  }

  /** Adds these lines to what the log knows already; see {@link CommandEntry#merged}. */
  public Uni<Void> write(List<CommandEntry> entries) {
    var merged = new LinkedHashMap<String, CommandEntry>();
    entries.forEach(entry -> merged.merge(entry.commandId(), entry, CommandEntry::merged));
    var columns =
        new Columns<>(List.copyOf(merged.values()))
            .text(CommandEntry::commandId)
            .text(CommandEntry::chargePoint)
            .text(CommandEntry::action)
            .text(CommandEntry::request)
            .text(CommandEntry::requestedBy)
            .text(entry -> entry.state().name())
            .small(entry -> entry.state().ordinal())
            .text(CommandEntry::response)
            .text(CommandEntry::errorCode)
            .text(CommandEntry::errorDescription)
            .time(CommandEntry::createdAt)
            .time(CommandEntry::expiresAt)
            .time(CommandEntry::sentAt)
            .time(CommandEntry::answeredAt)
            .time(CommandEntry::effectiveAt);
    return pool.preparedQuery(WRITE).execute(columns.tuple()).replaceWithVoid();
  }

  /** Newest first. */
  public Uni<Page<CommandEntry>> list(String chargePoint, PageRequest page) {
    return sessions.withSession(
        session ->
            session
                .createSelectionQuery(
                    "select count(c) from CommandEntry c where c.chargePoint = :id", Long.class)
                .setParameter("id", chargePoint)
                .getSingleResult()
                .chain(
                    total ->
                        session
                            .createSelectionQuery(
                                """
                                from CommandEntry c where c.chargePoint = :id
                                order by c.createdAt desc, c.commandId""",
                                CommandRow.class)
                            .setParameter("id", chargePoint)
                            .setFirstResult(page.first())
                            .setMaxResults(page.size())
                            .getResultList()
                            .map(
                                rows ->
                                    new Page<>(
                                        rows.stream().map(CommandRow::entry).toList(),
                                        page.page(),
                                        page.size(),
                                        total))));
  }

  public Uni<Optional<CommandEntry>> get(String chargePoint, String commandId) {
    return sessions.withSession(
        session ->
            session
                .find(CommandRow.class, commandId)
                .map(
                    row ->
                        Optional.ofNullable(row)
                            .filter(found -> found.chargePoint.equals(chargePoint))
                            .map(CommandRow::entry)));
  }

  /** Lines that wait for what was scheduled, newest first, at most so many. */
  public Uni<List<CommandEntry>> scheduled(int most) {
    return sessions
        .withSession(
            session ->
                session
                    .createSelectionQuery(
                        "from CommandEntry c where c.state = :state order by c.createdAt desc",
                        CommandRow.class)
                    .setParameter("state", CommandState.Scheduled)
                    .setMaxResults(most)
                    .getResultList())
        .map(rows -> rows.stream().map(CommandRow::entry).toList());
  }

  /** Forgets what is older; how many lines that were. */
  public Uni<Integer> purge(Instant before) {
    return pool.preparedQuery(PURGE)
        .execute(Tuple.of(Rows.time(before)))
        .map(rows -> rows.rowCount());
  }
}
