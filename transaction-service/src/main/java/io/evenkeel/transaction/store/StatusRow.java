package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.transaction.view.StatusView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A report of a connector's state, as people read it. */
@Entity(name = "StatusRow")
@Table(name = "connector_status")
@IdClass(StatusRow.Key.class)
@Immutable
class StatusRow {

  /** The natural key of a report. */
  record Key(String chargePoint, int connectorId, Instant reportedAt, long digest) {}

  @Id
  @Column(name = "charge_point", columnDefinition = "text")
  String chargePoint = "";

  @Id
  @Column(name = "connector_id")
  int connectorId;

  @Id
  @Column(name = "reported_at")
  Instant reportedAt = Instant.EPOCH;

  @Id
  @Column(name = "digest")
  long digest;

  @Column(name = "received_at")
  Instant receivedAt = Instant.EPOCH;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", columnDefinition = "text")
  ChargePointStatus status = ChargePointStatus.Unavailable;

  @Enumerated(EnumType.STRING)
  @Column(name = "error_code", columnDefinition = "text")
  ChargePointErrorCode errorCode = ChargePointErrorCode.NoError;

  @Column(name = "info", columnDefinition = "text")
  @Nullable String info;

  @Column(name = "vendor_id", columnDefinition = "text")
  @Nullable String vendorId;

  @Column(name = "vendor_error_code", columnDefinition = "text")
  @Nullable String vendorErrorCode;

  @Column(name = "late")
  boolean late;

  @Column(name = "anomaly")
  boolean anomaly;

  @Enumerated(EnumType.STRING)
  @Column(name = "previous_status", columnDefinition = "text")
  @Nullable ChargePointStatus previousStatus;

  @Column(name = "remarks", columnDefinition = "text[]")
  String @Nullable [] remarks;

  @Column(name = "raw", columnDefinition = "text")
  @Nullable String raw;

  StatusView read() {
    return new StatusView(
        status,
        errorCode,
        info,
        vendorId,
        vendorErrorCode,
        reportedAt,
        receivedAt,
        late,
        anomaly,
        previousStatus,
        TransactionRow.list(remarks),
        raw);
  }
}
