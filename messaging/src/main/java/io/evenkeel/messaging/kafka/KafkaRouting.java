package io.evenkeel.messaging.kafka;

import io.evenkeel.messaging.Addressed;
import io.evenkeel.messaging.BusMessage;
import io.evenkeel.messaging.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.SubscriberDecorator;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Says for each outgoing message where it goes: the topic of its type, its key, and the partition
 * of the node it is addressed to.
 */
@ApplicationScoped
public class KafkaRouting implements SubscriberDecorator {

  private final boolean kafka;

  @Inject
  public KafkaRouting(@ConfigProperty(name = "evenkeel.bus") String bus) {
    this.kafka = bus.equals("kafka");
  }

  @Override
  public Multi<? extends Message<?>> decorate(
      Multi<? extends Message<?>> messages, List<String> channel, boolean isConnector) {
    return kafka && isConnector ? messages.onItem().transform(KafkaRouting::routed) : messages;
  }

  private static Message<?> routed(Message<?> message) {
    return message.getPayload() instanceof BusMessage payload
        ? message.addMetadata(route(payload))
        : message;
  }

  static OutgoingKafkaRecordMetadata<String> route(BusMessage message) {
    var route =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(Topic.of(message).wire())
            .withKey(message.key());
    if (message instanceof Addressed addressed) {
      route = route.withPartition(addressed.to().node());
    }
    return route.build();
  }
}
