package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.IdTag;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** For reading; {@link IdTagWrites} writes. */
@Entity
@Immutable
@Table(name = "id_tags")
class IdTagRow {

  @Id
  @Column(length = 20)
  String key;

  @Column(name = "id_tag", length = 20)
  String idTag;

  @Column(length = 20)
  @Enumerated(EnumType.STRING)
  AuthorizationStatus status;

  @Column(name = "expiry_date")
  @Nullable Instant expiryDate;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_key")
  @Nullable IdTagRow parent;

  @Column(name = "max_concurrent_transactions")
  @Nullable Integer maxConcurrentTransactions;

  @Column(length = 500)
  @Nullable String note;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  IdTag read() {
    return new IdTag(
        key,
        idTag,
        status,
        expiryDate,
        parent == null ? null : parent.key,
        parent == null ? null : parent.idTag,
        maxConcurrentTransactions,
        note,
        createdAt,
        updatedAt);
  }
}
