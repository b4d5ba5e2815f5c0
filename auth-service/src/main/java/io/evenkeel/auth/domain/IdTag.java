package io.evenkeel.auth.domain;

import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An idTag as it is kept.
 *
 * @param key {@link TagName#key()}
 * @param idTag as first written
 * @param status as the operator set it, whatever the expiry and the group say
 * @param expiryDate from then on an Accepted is answered as Expired; null = never
 * @param parentKey key of the group it belongs to
 * @param parentIdTag the group as it was first written
 * @param maxConcurrentTransactions null = unlimited
 */
public record IdTag(
    String key,
    String idTag,
    AuthorizationStatus status,
    @Nullable Instant expiryDate,
    @Nullable String parentKey,
    @Nullable String parentIdTag,
    @Nullable Integer maxConcurrentTransactions,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt) {}
