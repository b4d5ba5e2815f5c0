package io.evenkeel.gateway.domain.connection;

import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Response;

/** What a call of the charge point is answered with. */
public sealed interface Answer {

  /** CALLRESULT. What it acknowledges is durable. */
  record Result(Response response) implements Answer {}

  /** CALLERROR. */
  record Failure(ErrorCode code, String description) implements Answer {}

  /** Nothing: the charge point repeats after its own time-out. */
  record Silence() implements Answer {}
}
