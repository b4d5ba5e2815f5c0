package io.evenkeel.simulator;

import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Response;
import java.time.Duration;

/** How a virtual charge point answers a command. */
public sealed interface Answer {
  /**
   * A CALLRESULT.
   *
   * @param then what happens once it has been sent
   */
  record Give(Response response, Runnable then) implements Answer {}

  /** A CALLERROR. */
  record Fail(ErrorCode code, String description) implements Answer {}

  /** A CALLRESULT with this text as payload, valid or not. */
  record Raw(String payload) implements Answer {}

  /** Nothing. */
  record Silence() implements Answer {}

  /** The answer after a while; meanwhile the charge point works on. */
  record Late(Duration delay, Answer answer) implements Answer {}

  /** The answer after a while; meanwhile the charge point sends no CALL. */
  record Hang(Duration time, Answer answer) implements Answer {}

  /** The answer, and then the connection is cut. */
  record AndDrop(Answer answer) implements Answer {}

  static Answer give(Response response) {
    return new Give(response, () -> {});
  }

  static Answer give(Response response, Runnable then) {
    return new Give(response, then);
  }

  static Answer fail(ErrorCode code) {
    return new Fail(code, "");
  }

  static Answer silence() {
    return new Silence();
  }

  static Answer late(Duration delay, Response response) {
    return new Late(delay, give(response));
  }
}
