package io.evenkeel.gateway.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that a reader of this service could not digest. */
@Entity(name = "GatewayDeadLetter")
@Table(name = "dead_letter")
class DeadLetterRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Column(length = 100)
  String reader = "";

  String key = "";

  @Column(columnDefinition = "text")
  String message = "";

  @Column(columnDefinition = "text")
  String cause = "";

  @Column(name = "parked_at")
  Instant parkedAt = Instant.EPOCH;
}
