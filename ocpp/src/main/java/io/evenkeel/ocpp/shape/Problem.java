package io.evenkeel.ocpp.shape;

import io.evenkeel.ocpp.ErrorCode;

/**
 * Why a payload, or a part of it, cannot stand.
 *
 * @param path where, such as {@code meterValue[0].sampledValue[2].value}; empty for the payload
 * @param what what is wrong there, without the value itself
 */
public record Problem(ErrorCode code, String path, String what) {

  /** The problem in one line, for the description of a CALLERROR. */
  public String text() {
    return path.isEmpty() ? what : path + ": " + what;
  }
}
