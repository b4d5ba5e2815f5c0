package io.evenkeel.smartcharging.store;

import java.time.Instant;

/**
 * A message that this service could not digest.
 *
 * @param reader who could not
 * @param key the message's key on the bus
 * @param payload the message as JSON, cut when very long
 * @param reason what went wrong at the last attempt
 */
public record DeadLetter(
    long id, String reader, String key, String payload, String reason, Instant parkedAt) {}
