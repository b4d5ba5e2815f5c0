package io.evenkeel.smartcharging.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "SmartchargingDeadLetter")
@Table(name = "dead_letters")
class DeadLetterRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Column(length = 100)
  String reader;

  @Column(name = "message_key", length = 255)
  String messageKey;

  @Column(columnDefinition = "text")
  String payload;

  @Column(length = 2000)
  String reason;

  @Column(name = "parked_at")
  Instant parkedAt;

  DeadLetter read() {
    return new DeadLetter(id == null ? 0 : id, reader, messageKey, payload, reason, parkedAt);
  }
}
