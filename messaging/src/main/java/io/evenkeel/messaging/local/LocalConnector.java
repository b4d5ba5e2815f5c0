package io.evenkeel.messaging.local;

import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Topic;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute.Direction;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * The bus of one process. What is written to a topic goes to every channel of this process that
 * reads the topic; it counts as sent (is acknowledged) when all of them have acknowledged it, and
 * as failed when one has refused it. A topic that nobody reads acknowledges at once. At most {@code
 * evenkeel.local.capacity} messages per topic may be unacknowledged; one more is refused at once.
 *
 * <p>Messages are passed by reference and must be immutable. A reader is handed messages one at a
 * time on the writer's thread; {@link io.evenkeel.messaging.flow.Lanes} moves each to the event
 * loop of its key. A reader that does not use lanes sets {@code own-context=true} to be called on a
 * safe context of the message instead of the writer's.
 */
@ApplicationScoped
@Connector(LocalConnector.NAME)
@ConnectorAttribute(
    name = "topic",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "The topic. When an outgoing channel names none, each message says its own")
@ConnectorAttribute(
    name = "own-context",
    type = "boolean",
    direction = Direction.INCOMING,
    defaultValue = "false",
    description = "Call the reader on a safe Vert.x context of the message; not needed with Lanes")
public class LocalConnector implements InboundConnector, OutboundConnector {

  public static final String NAME = "evenkeel-local";

  /** Right after SmallRye has wired its channels. */
  private static final int AFTER_WIRING =
      jakarta.interceptor.Interceptor.Priority.LIBRARY_BEFORE + 1;

  private final Map<String, LocalTopic> topics = new ConcurrentHashMap<>();
  private final EventLoops eventLoops;
  private final int capacity;

  @Inject
  public LocalConnector(
      Vertx vertx,
      @ConfigProperty(name = "evenkeel.local.capacity", defaultValue = "20000") int capacity) {
    this.eventLoops = new EventLoops(vertx);
    this.capacity = capacity;
  }

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
    String channel = config.getValue("channel-name", String.class);
    String topic = config.getOptionalValue("topic", String.class).orElse(channel);
    boolean ownContext = config.getOptionalValue("own-context", Boolean.class).orElse(false);
    LocalReader reader = new LocalReader(channel, eventLoops, ownContext);
    topic(topic).add(reader);
    return reader;
  }

  @Override
  public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
    return new LocalWriter(
        config
            .getOptionalValue("topic", String.class)
            .map(this::topic)
            .map(LocalWriter.Route::always)
            .orElse(this::topicOf));
  }

  private LocalTopic topicOf(Message<?> message) {
    if (message.getPayload() instanceof BusMessage payload) {
      return topic(Topic.of(payload).wire());
    }
    throw new IllegalArgumentException("not a BusMessage, and its channel names no topic");
  }

  private LocalTopic topic(String name) {
    LocalTopic known = topics.get(name);
    return known != null ? known : topics.computeIfAbsent(name, n -> new LocalTopic(n, capacity));
  }

  /** A channel that is configured and that nobody listens to would fill up. */
  void dropUnread(@Observes @Priority(AFTER_WIRING) StartupEvent event) {
    topics.values().forEach(LocalTopic::dropUnread);
  }
}
