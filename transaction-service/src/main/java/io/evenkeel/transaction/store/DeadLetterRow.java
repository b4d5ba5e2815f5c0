package io.evenkeel.transaction.store;

import io.evenkeel.transaction.view.DeadLetterView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that could not be digested. */
@Entity(name = "TransactionDeadLetterRow")
@Table(name = "dead_letter")
class DeadLetterRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  @Nullable Long id;

  @Column(name = "reader", columnDefinition = "text")
  String reader = "";

  @Column(name = "charge_point", columnDefinition = "text")
  String chargePoint = "";

  @Column(name = "message_type", columnDefinition = "text")
  String messageType = "";

  @Column(name = "message", columnDefinition = "text")
  String message = "";

  @Column(name = "cause", columnDefinition = "text")
  String cause = "";

  @Column(name = "parked_at")
  Instant parkedAt = Instant.EPOCH;

  DeadLetterView read() {
    return new DeadLetterView(
        id == null ? 0 : id, reader, chargePoint, messageType, message, cause, parkedAt);
  }
}
