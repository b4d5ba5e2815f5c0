package io.evenkeel.messaging.local;

import io.evenkeel.messaging.flow.Contexts;
import io.evenkeel.messaging.flow.Relay;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.reactive.messaging.providers.locals.LocalContextMetadata;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** The reading end of an incoming channel: what its topic offers, as far as it is requested. */
final class LocalReader extends AbstractMulti<Message<?>> {

  private final String channel;
  private final EventLoops eventLoops;
  private final boolean ownContext;
  private final Relay<Delivery> relay = new Relay<>();
  private volatile Runnable onCancel = () -> {};

  LocalReader(String channel, EventLoops eventLoops, boolean ownContext) {
    this.channel = channel;
    this.eventLoops = eventLoops;
    this.ownContext = ownContext;
  }

  String channel() {
    return channel;
  }

  boolean isRead() {
    return relay.isOpen();
  }

  void onCancel(Runnable action) {
    onCancel = action;
  }

  void offer(Message<?> message, int hash, Settlement settlement) {
    Object payload = message.getPayload();
    relay.offer(
        ownContext
            ? onOwnContext(payload, settlement, eventLoops.of(hash))
            : new Delivery(payload, settlement, eventLoops.near(message, hash), Metadata.empty()));
  }

  private static Delivery onOwnContext(
      Object payload, Settlement settlement, ContextInternal eventLoop) {
    LocalContextMetadata own = new LocalContextMetadata(Contexts.fresh(eventLoop));
    return new Delivery(payload, settlement, eventLoop, Metadata.of(own));
  }

  void acknowledgeWaiting() {
    closing(delivery -> delivery.ack());
  }

  void refuseWaiting(Throwable cause) {
    closing(delivery -> delivery.nack(cause));
  }

  /** What is offered from now on, by a writer that still sees this reader, meets the same end. */
  private void closing(Consumer<Delivery> end) {
    relay.close().forEach(end);
    relay.open(end);
    relay.request(Long.MAX_VALUE);
  }

  @Override
  public void subscribe(MultiSubscriber<? super Message<?>> subscriber) {
    if (relay.isOpen()) {
      throw new IllegalStateException(channel + " has one reader already");
    }
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {
            relay.request(count);
          }

          @Override
          public void cancel() {
            onCancel.run();
          }
        });
    relay.open(subscriber::onItem);
  }
}
