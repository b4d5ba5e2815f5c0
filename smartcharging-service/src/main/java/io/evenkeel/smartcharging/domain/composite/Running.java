package io.evenkeel.smartcharging.domain.composite;

import java.time.Instant;

/**
 * The transaction on a connector.
 *
 * @param start where Relative schedules begin
 */
public record Running(int transactionId, Instant start) {}
