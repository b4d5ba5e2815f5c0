package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.transaction.view.StrayStopView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A stop that ended nothing, as people read it. */
@Entity(name = "StrayStopRow")
@Table(name = "stray_stop")
@Immutable
class StrayStopRow {

  @Id
  @Column(name = "id")
  long id;

  @Column(name = "charge_point", columnDefinition = "text")
  String chargePoint = "";

  @Column(name = "transaction_id")
  int transactionId;

  @Column(name = "stopped_at")
  Instant stoppedAt = Instant.EPOCH;

  @Column(name = "meter_stop")
  long meterStop;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason", columnDefinition = "text")
  Reason reason = Reason.Local;

  @Column(name = "id_tag", columnDefinition = "text")
  @Nullable String idTag;

  @Column(name = "received_at")
  Instant receivedAt = Instant.EPOCH;

  @Column(name = "duplicate")
  boolean duplicate;

  @Column(name = "joined_to")
  @Nullable Integer joinedTo;

  @Column(name = "flags", columnDefinition = "text[]")
  String[] flags = {};

  @Column(name = "remarks", columnDefinition = "text[]")
  String @Nullable [] remarks;

  @Column(name = "raw", columnDefinition = "text")
  @Nullable String raw;

  StrayStopView read() {
    return new StrayStopView(
        id,
        chargePoint,
        transactionId,
        stoppedAt,
        receivedAt,
        meterStop,
        reason,
        idTag,
        duplicate,
        joinedTo,
        TransactionRow.flags(flags),
        TransactionRow.list(remarks),
        raw);
  }
}
