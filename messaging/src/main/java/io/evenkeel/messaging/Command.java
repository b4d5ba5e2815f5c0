package io.evenkeel.messaging;

import io.evenkeel.ocpp.Request;
import java.time.Instant;

/**
 * Something we ask of a charge point: at most once, and never after its expiry.
 *
 * @param origin {@link NodeIdentity#instance()} of the process that waits for the outcome
 * @param expiresAt after it the command must not reach the charge point
 */
public record Command(
    String commandId,
    String chargePoint,
    SessionRef to,
    String origin,
    Instant createdAt,
    Instant expiresAt,
    Request request)
    implements BusMessage, Addressed {

  @Override
  public String key() {
    return chargePoint;
  }
}
