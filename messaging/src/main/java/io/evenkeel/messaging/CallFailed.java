package io.evenkeel.messaging;

import io.evenkeel.ocpp.ErrorCode;

/** A call got no answer that could be passed on. */
public final class CallFailed extends RuntimeException {

  private final ErrorCode code;

  public CallFailed(ErrorCode code, String description) {
    super(description, null, false, false);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
