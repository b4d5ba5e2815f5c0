package io.evenkeel.gateway.domain.connection;

import java.time.Duration;

/**
 * Bounds of one connection.
 *
 * @param pipeline calls of the charge point that wait while one is handled, until its socket is not
 *     read any more
 * @param orders calls of ours that wait while one is out
 * @param answerWithin how long a handler may take
 */
public record Limits(int pipeline, int orders, Duration answerWithin) {

  /** What may still be in the buffers when reading stops; more than that is a fault of ours. */
  int flood() {
    return pipeline * 2 + 64;
  }
}
