package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.BusMessage;
import io.smallrye.mutiny.Uni;

/** Where a reader puts what it cannot digest, for an operator to see. */
public interface DeadLetters {

  /**
   * Completes when the message is stored. Called on a fresh, safe Vert.x context. A failure is
   * repeated until it succeeds; the message's lane waits so long.
   *
   * @param reader who could not digest it
   * @param cause why, as of the last attempt
   */
  <T extends BusMessage> Uni<Void> park(String reader, T message, Throwable cause);
}
