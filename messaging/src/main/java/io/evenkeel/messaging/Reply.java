package io.evenkeel.messaging;

/** A service's answer to a call, addressed to the node and session that asked. */
public record Reply(String callId, String chargePoint, SessionRef to, Result result)
    implements BusMessage, Addressed {

  @Override
  public String key() {
    return chargePoint;
  }
}
