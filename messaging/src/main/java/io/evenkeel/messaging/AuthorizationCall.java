package io.evenkeel.messaging;

import java.time.Instant;

/**
 * Gateway asks auth-service: what about this idTag? Answered by a {@link Reply} with {@link
 * Result.Decided}.
 */
public record AuthorizationCall(
    String callId, String chargePoint, SessionRef from, Instant deadline, String idTag)
    implements BusMessage {

  @Override
  public String key() {
    return chargePoint;
  }
}
