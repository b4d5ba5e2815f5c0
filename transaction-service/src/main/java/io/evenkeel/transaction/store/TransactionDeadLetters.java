package io.evenkeel.transaction.store;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.messaging.kafka.BusJson;
import io.evenkeel.transaction.TransactionClock;
import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.view.DeadLetterView;
import io.evenkeel.transaction.view.PageRequest;
import io.evenkeel.transaction.view.Paged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Messages that this service could not digest; the oldest go when there are too many. */
@ApplicationScoped
@Typed(TransactionDeadLetters.class)
public class TransactionDeadLetters implements DeadLetters {

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<DeadLetterRow, Long> {}

  private final Rows rows;
  private final TransactionClock clock;
  private final TransactionConfig config;

  TransactionDeadLetters(Rows rows, TransactionClock clock, TransactionConfig config) {
    this.rows = rows;
    this.clock = clock;
    this.config = config;
  }

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    DeadLetterRow row = new DeadLetterRow();
    row.reader = reader;
    row.chargePoint = StorableText.of(message.key());
    row.messageType = message.getClass().getSimpleName();
    row.message = StorableText.of(new String(BusJson.write(message), StandardCharsets.UTF_8));
    row.cause = StorableText.of(cause.toString());
    row.parkedAt = clock.now();
    return Panache.withTransaction("charging", () -> rows.persist(row).chain(this::forgetOldest))
        .replaceWithVoid();
  }

  private Uni<Long> forgetOldest(DeadLetterRow newest) {
    long id = Objects.requireNonNull(newest.id, "a persisted row has an id");
    return rows.delete("id <= ?1", id - config.deadLettersKept());
  }

  /** Newest first. */
  public Uni<Paged<DeadLetterView>> list(PageRequest page) {
    return Panache.withSession(
        "charging", () -> Pages.of(rows.findAll(Sort.descending("id")), page, DeadLetterRow::read));
  }
}
