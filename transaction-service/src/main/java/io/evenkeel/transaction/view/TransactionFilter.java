package io.evenkeel.transaction.view;

import io.evenkeel.transaction.domain.Flag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are wanted; null leaves open.
 *
 * @param idTag without regard to case
 * @param open running or ended
 * @param from started then or later, by the charge point's clock
 * @param to started before
 */
public record TransactionFilter(
    @Nullable String chargePoint,
    @Nullable String idTag,
    @Nullable Boolean open,
    @Nullable Flag flag,
    @Nullable Instant from,
    @Nullable Instant to) {}
