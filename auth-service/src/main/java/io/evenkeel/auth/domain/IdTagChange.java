package io.evenkeel.auth.domain;

import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about an idTag; its own fields are sound, its group is not looked at yet.
 */
public record IdTagChange(
    TagName idTag,
    AuthorizationStatus status,
    @Nullable Instant expiryDate,
    @Nullable TagName parentIdTag,
    @Nullable Integer maxConcurrentTransactions,
    @Nullable String note) {}
