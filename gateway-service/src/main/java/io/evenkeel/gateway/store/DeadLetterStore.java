package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.domain.paging.PageRequest;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where this service's readers put what they could not digest. */
@ApplicationScoped
public class DeadLetterStore {

  /** A message that was put aside, and why. */
  public record DeadLetter(
      long id, String reader, String key, String message, String cause, Instant parkedAt) {}

  private final Mutiny.SessionFactory sessions;

  @Inject
  public DeadLetterStore(@PersistenceUnit("fleet") Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  public Uni<Void> park(String reader, String key, String message, String cause, Instant now) {
    var row = new DeadLetterRow();
    row.reader = reader;
    row.key = Rows.text(key);
    row.message = Rows.text(message);
    row.cause = Rows.text(cause);
    row.parkedAt = now;
    return sessions.withTransaction((session, _) -> session.persist(row));
  }

  /** Newest first. */
  public Uni<Page<DeadLetter>> list(PageRequest page) {
    return sessions.withSession(
        session ->
            session
                .createSelectionQuery("select count(d) from GatewayDeadLetter d", Long.class)
                .getSingleResult()
                .chain(
                    total ->
                        session
                            .createSelectionQuery(
                                "from GatewayDeadLetter d order by d.id desc", DeadLetterRow.class)
                            .setFirstResult(page.first())
                            .setMaxResults(page.size())
                            .getResultList()
                            .map(
                                rows ->
                                    new Page<>(
                                        rows.stream().map(DeadLetterStore::letter).toList(),
                                        page.page(),
                                        page.size(),
                                        total))));
  }

  /** Forgets what is older; how many that were. */
  public Uni<Integer> purge(Instant before) {
    return sessions.withTransaction(
        (session, _) ->
            session
                .createMutationQuery("delete from GatewayDeadLetter d where d.parkedAt < :before")
                .setParameter("before", before)
                .executeUpdate());
  }

  private static DeadLetter letter(DeadLetterRow row) {
    return new DeadLetter(
        Objects.requireNonNull(row.id), row.reader, row.key, row.message, row.cause, row.parkedAt);
  }
}
