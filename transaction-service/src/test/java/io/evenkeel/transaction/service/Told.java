package io.evenkeel.transaction.service;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the service tells, read at the other end of the bus. */
@ApplicationScoped
public class Told {

  private final Queue<TransactionEvent> events = new ConcurrentLinkedQueue<>();

  @Incoming("test-transaction-events-in")
  public Flow.Subscriber<Message<TransactionEvent>> events() {
    return Lanes.reading(
        "test.transaction-events",
        LaneLimits.DEFAULT,
        event -> {
          events.add(event);
          return Uni.createFrom().voidItem();
        },
        new NothingParked());
  }

  /** Of one charge point, in order. */
  List<TransactionEvent> of(String chargePoint) {
    return events.stream().filter(it -> it.chargePoint().equals(chargePoint)).toList();
  }

  <E extends TransactionEvent> List<E> of(String chargePoint, Class<E> type) {
    return of(chargePoint).stream().filter(type::isInstance).map(type::cast).toList();
  }

  void forget() {
    events.clear();
  }
}
