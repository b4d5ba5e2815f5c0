package io.evenkeel.gateway.handler;

import io.evenkeel.messaging.SessionRef;

/** The charge point that calls, and the socket on which it does. */
public interface Caller {

  String chargePoint();

  SessionRef session();
}
