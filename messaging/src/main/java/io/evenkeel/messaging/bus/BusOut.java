package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.flow.Overloaded;
import io.evenkeel.messaging.flow.Relay;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * The one outgoing channel of a process, {@code bus-out}: each message says by its type which topic
 * it belongs to. One channel means one producer, in which everything that is under way shares
 * requests.
 *
 * <p>Not an emitter of SmallRye's: its emitter wraps each message three times and changes threads
 * three times, which costs more than all the rest of a hop inside one process.
 */
@ApplicationScoped
public class BusOut {

  private final Relay<Sending> relay = new Relay<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final int capacity;

  @Inject
  public BusOut(
      @ConfigProperty(name = "evenkeel.bus.waiting", defaultValue = "20000") int capacity) {
    this.capacity = capacity;
  }

  /**
   * Sends at each subscription. Completes when the message is durable, on the Vert.x context of the
   * subscriber; fails with {@link Overloaded} at once when the bus is full.
   */
  public Uni<Void> send(BusMessage message) {
    return new Sending.OnSubscription(this, message);
  }

  void enqueue(Sending sending) {
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      sending.fail(new Overloaded("bus full: " + capacity + " messages wait to be sent"));
      return;
    }
    relay.offer(sending);
  }

  @Outgoing("bus-out")
  public Flow.Publisher<Message<BusMessage>> messages() {
    return new Stream();
  }

  private final class Stream extends AbstractMulti<Message<BusMessage>> {

    @Override
    public void subscribe(MultiSubscriber<? super Message<BusMessage>> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {
              relay.request(count);
            }

            @Override
            public void cancel() {
              stop();
            }
          });
      relay.open(
          sending -> {
            waiting.decrementAndGet();
            subscriber.onItem(sending);
          });
    }
  }

  private void stop() {
    IllegalStateException stopped = new IllegalStateException("The bus has stopped");
    relay.close().forEach(sending -> sending.fail(stopped));
    relay.open(sending -> sending.fail(stopped));
    relay.request(Long.MAX_VALUE);
  }
}
