package io.evenkeel.messaging.local;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** The writing end of an outgoing channel. */
final class LocalWriter implements MultiSubscriber<Message<?>> {

  private static final Logger LOG = Logger.getLogger(LocalConnector.class);

  /** Which topic a message goes to. */
  interface Route {
    LocalTopic of(Message<?> message);

    static Route always(LocalTopic topic) {
      return _ -> topic;
    }
  }

  private final Route route;

  LocalWriter(Route route) {
    this.route = route;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onItem(Message<?> message) {
    LocalTopic topic;
    try {
      topic = route.of(message);
    } catch (RuntimeException unroutable) {
      var _ = message.nack(unroutable);
      return;
    }
    topic.write(message);
  }

  @Override
  public void onFailure(Throwable failure) {
    LOG.errorf(failure, "A writer of the bus failed; nothing it says will be sent. Restart");
  }

  @Override
  public void onCompletion() {
    LOG.debug("A writer of the bus ended");
  }
}
