package io.evenkeel.messaging.bus;

import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a channel whose messages only change something in memory: on the thread that brings them,
 * in the channel's order, acknowledged at once.
 */
final class Listening<T> implements Flow.Subscriber<Message<T>> {

  private static final Logger LOG = Logger.getLogger(Listening.class);

  private final int ahead;
  private final Consumer<T> listener;
  private int taken;
  private Flow.@Nullable Subscription upstream;

  private Listening(int ahead, Consumer<T> listener) {
    this.ahead = ahead;
    this.listener = listener;
  }

  static <T> Flow.Subscriber<Message<T>> to(int ahead, Consumer<T> listener) {
    return new Listening<>(ahead, listener);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    subscription.request(ahead);
  }

  @Override
  public void onNext(Message<T> message) {
    @Nullable T payload = message.getPayload();
    try {
      if (payload != null) {
        listener.accept(payload);
      }
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "A message of the bus was ignored");
    }
    var _ = message.ack();
    Flow.Subscription from = upstream;
    if (++taken * 2 >= ahead && from != null) {
      int count = taken;
      taken = 0;
      from.request(count);
    }
  }

  @Override
  public void onError(Throwable failure) {
    LOG.errorf(failure, "A channel of the bus failed and is not read any more; restart");
  }

  @Override
  public void onComplete() {
    LOG.debug("A channel of the bus ended");
  }
}
