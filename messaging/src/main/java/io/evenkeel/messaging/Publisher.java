package io.evenkeel.messaging;

import io.smallrye.mutiny.Uni;

/**
 * Tells a fact to everybody who reads its topic. Inject {@code Publisher<ChargePointEvent>} and the
 * like.
 */
public interface Publisher<T extends BusMessage> {

  /**
   * Completes when the message is durable: in the log, or, in one process, acknowledged by every
   * reader. Fails when it cannot be made durable in time or the bus is full; it may then still be
   * delivered, so the cause must be safe to repeat.
   */
  Uni<Void> publish(T message);
}
