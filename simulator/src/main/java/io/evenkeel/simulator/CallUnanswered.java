package io.evenkeel.simulator;

import io.evenkeel.simulator.wire.CallOutcome;

/**
 * A CALL got no usable answer: in time, before the connection was lost, or at all. Whether the
 * central system took it is not known.
 */
public final class CallUnanswered extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final CallOutcome.Why why;

  CallUnanswered(CallOutcome.Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public CallOutcome.Why why() {
    return why;
  }
}
