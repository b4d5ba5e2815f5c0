package io.evenkeel.simulator.wire;

import io.evenkeel.ocpp.Response;

/** How a CALL of a charge point ended. */
public sealed interface CallOutcome {
  /** A valid CALLRESULT. */
  record Answered(Response response) implements CallOutcome {}

  /** A CALLERROR. */
  record Refused(String code, String description) implements CallOutcome {}

  /** No usable answer. Whether the central system took the message is not known. */
  record NoAnswer(Why why) implements CallOutcome {}

  /** Why there is no answer. */
  enum Why {
    TimedOut,
    ConnectionLost,
    NotConnected,
    /** There was an answer, and it is not valid OCPP. */
    Malformed
  }
}
