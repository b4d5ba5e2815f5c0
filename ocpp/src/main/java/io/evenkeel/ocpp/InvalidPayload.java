package io.evenkeel.ocpp;

import io.evenkeel.ocpp.shape.Problem;

/** A payload is not what its action says. Says what is wrong and where, never the value itself. */
public final class InvalidPayload extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final String field;

  InvalidPayload(Problem problem) {
    super(problem.text(), null, false, false);
    this.code = problem.code();
    this.field = problem.path();
  }

  /** The code that a CALLERROR would carry. */
  public ErrorCode code() {
    return code;
  }

  /** Where, such as {@code chargingSchedule.duration} or {@code key[1]}; empty for the payload. */
  public String field() {
    return field;
  }
}
