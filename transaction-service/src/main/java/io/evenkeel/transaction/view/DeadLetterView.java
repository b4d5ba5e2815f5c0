package io.evenkeel.transaction.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A message that this service could not digest.
 *
 * @param message as JSON
 * @param cause why, as of the last attempt
 */
public record DeadLetterView(
    long id,
    String reader,
    String chargePoint,
    String messageType,
    @JsonRawValue String message,
    String cause,
    Instant parkedAt) {}
