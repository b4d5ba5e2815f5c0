package io.evenkeel.gateway.domain.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charge point in the registry, as an operator sees it.
 *
 * @param lastSeen as of the last flush; the node that holds its socket knows better
 */
public record RegistryEntry(
    Device device,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant bootedAt,
    @Nullable Instant lastSeen) {}
