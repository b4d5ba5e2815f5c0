package io.evenkeel.messaging.local;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * What the readers of a message say together: acknowledged when all have, refused at the first
 * refusal. The message's place in the topic is free when all have said something.
 */
final class Settlement {

  private final Message<?> message;
  private final AtomicInteger open;
  private final AtomicInteger unacknowledged;
  private final AtomicBoolean refused = new AtomicBoolean();

  Settlement(Message<?> message, int readers, AtomicInteger unacknowledged) {
    this.message = message;
    this.open = new AtomicInteger(readers);
    this.unacknowledged = unacknowledged;
  }

  void acknowledge() {
    if (open.decrementAndGet() == 0) {
      unacknowledged.decrementAndGet();
      if (!refused.get()) {
        var _ = message.ack();
      }
    }
  }

  void refuse(Throwable cause) {
    if (refused.compareAndSet(false, true)) {
      var _ = message.nack(cause);
    }
    if (open.decrementAndGet() == 0) {
      unacknowledged.decrementAndGet();
    }
  }
}
