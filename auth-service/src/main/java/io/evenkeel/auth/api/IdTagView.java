package io.evenkeel.auth.api;

import io.evenkeel.auth.domain.IdTag;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An idTag as the API shows it.
 *
 * @param status as it was set
 * @param effectiveStatus as a charge point hears it now, with the expiry and the group counted in
 */
record IdTagView(
    String idTag,
    AuthorizationStatus status,
    AuthorizationStatus effectiveStatus,
    @Nullable Instant expiryDate,
    @Nullable String parentIdTag,
    @Nullable Integer maxConcurrentTransactions,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt) {

  static IdTagView of(IdTag tag, Authorization decision) {
    return new IdTagView(
        tag.idTag(),
        tag.status(),
        decision.status(),
        tag.expiryDate(),
        tag.parentIdTag(),
        tag.maxConcurrentTransactions(),
        tag.note(),
        tag.createdAt(),
        tag.updatedAt());
  }
}
