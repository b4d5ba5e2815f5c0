package io.evenkeel.transaction.inbox;

import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.TransactionEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells what was committed, one event after the other. */
@ApplicationScoped
class Telling {

  private final Publisher<TransactionEvent> events;

  Telling(Publisher<TransactionEvent> events) {
    this.events = events;
  }

  Uni<Void> tell(TransactionEvent event) {
    return events.publish(event);
  }

  Uni<Void> tell(List<TransactionEvent> inOrder) {
    if (inOrder.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> told = events.publish(inOrder.getFirst());
    for (TransactionEvent event : inOrder.subList(1, inOrder.size())) {
      told = told.chain(() -> events.publish(event));
    }
    return told;
  }
}
