package io.evenkeel.smartcharging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.DeadLetters;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** This service's dead letters; as many as the configuration says, the oldest go first. */
@ApplicationScoped
public class SmartchargingDeadLetters implements DeadLetters {

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<DeadLetterRow, Long> {}

  private static final int MAX_PAYLOAD = 20_000;
  private static final int MAX_REASON = 2_000;
  private static final int MAX_KEY = 255;

  private final Rows rows;
  private final ObjectMapper json;
  private final SmartchargingClock clock;
  private final SmartchargingConfig config;

  SmartchargingDeadLetters(
      Rows rows, ObjectMapper json, SmartchargingClock clock, SmartchargingConfig config) {
    this.rows = rows;
    this.json = json;
    this.clock = clock;
    this.config = config;
  }

  @Override
  public <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause) {
    DeadLetterRow row = new DeadLetterRow();
    row.reader = reader;
    row.messageKey = text(String.valueOf(message.key()), MAX_KEY);
    row.payload = text(payload(message), MAX_PAYLOAD);
    row.reason = text(cause.toString(), MAX_REASON);
    row.parkedAt = clock.instant();
    return Panache.withTransaction(
            "smartcharging", () -> rows.persist(row).chain(this::forgetOldest))
        .replaceWithVoid();
  }

  /** Newest first. */
  public Uni<Paged<DeadLetter>> list(int page, int size) {
    return Panache.withSession(
        "smartcharging",
        () ->
            rows.count()
                .chain(
                    total ->
                        rows.findAll(Sort.descending("id"))
                            .page(page, size)
                            .list()
                            .map(
                                found ->
                                    new Paged<>(
                                        found.stream().map(DeadLetterRow::read).toList(),
                                        page,
                                        size,
                                        total))));
  }

  private Uni<Long> forgetOldest(DeadLetterRow newest) {
    long id = newest.read().id();
    return rows.delete("id <= ?1", id - config.deadLettersKept());
  }

  private String payload(BusMessage message) {
    try {
      return json.writeValueAsString(message);
    } catch (JsonProcessingException unwritable) {
      return String.valueOf(message);
    }
  }

  /** PostgreSQL's text knows no NUL. */
  private static String text(String text, int longest) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= longest ? clean : clean.substring(0, longest);
  }
}
