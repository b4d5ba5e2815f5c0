package io.evenkeel.messaging.flow;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Samples;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** A channel as a connector would be: hands over what is requested and counts. */
final class Feed {

  private final Relay<Message<ChargePointEvent>> relay = new Relay<>();
  private final List<ContextInternal> eventLoops;

  final List<ChargePointEvent> acknowledged = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger taken = new AtomicInteger();
  final AtomicLong requested = new AtomicLong();

  /**
   * @param vertx null: messages without a context
   */
  Feed(@Nullable Vertx vertx) {
    this.eventLoops =
        vertx == null
            ? List.of()
            : Stream.generate(() -> ((VertxInternal) vertx).createEventLoopContext())
                .limit(4)
                .toList();
  }

  void to(Flow.Subscriber<Message<ChargePointEvent>> reader) {
    reader.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {
            requested.addAndGet(count);
            relay.request(count);
          }

          @Override
          public void cancel() {
            relay.close();
          }
        });
    relay.open(
        message -> {
          taken.incrementAndGet();
          reader.onNext(message);
        });
  }

  void offer(String chargePoint, long number) {
    relay.offer(message(Samples.event(chargePoint, number)));
  }

  private Message<ChargePointEvent> message(ChargePointEvent event) {
    ContextInternal eventLoop =
        eventLoops.isEmpty()
            ? null
            : eventLoops.get(Math.floorMod(event.key().hashCode(), eventLoops.size()));
    return new Fed(event, eventLoop);
  }

  private final class Fed implements Message<ChargePointEvent>, EventLoopBound {

    private final ChargePointEvent event;
    private final @Nullable ContextInternal eventLoop;

    Fed(ChargePointEvent event, @Nullable ContextInternal eventLoop) {
      this.event = event;
      this.eventLoop = eventLoop;
    }

    @Override
    public ChargePointEvent getPayload() {
      return event;
    }

    @Override
    public @Nullable ContextInternal eventLoop() {
      return eventLoop;
    }

    @Override
    public CompletionStage<Void> ack(Metadata unused) {
      acknowledged.add(event);
      return CompletableFuture.completedStage(null);
    }
  }
}
