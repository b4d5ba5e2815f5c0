package io.evenkeel.messaging.kafka;

import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.kafka.DeserializationFailureHandler;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * A record that is no message of its topic must not stop its partition: it is logged with its
 * place, counted ({@code evenkeel_bus_unreadable}) and acknowledged. It stays in the log under that
 * offset for as long as the topic keeps it.
 */
@ApplicationScoped
public class UnreadableRecords implements PublisherDecorator {

  private static final Logger LOG = Logger.getLogger(UnreadableRecords.class);

  private final boolean kafka;

  @Inject
  public UnreadableRecords(@ConfigProperty(name = "evenkeel.bus") String bus) {
    this.kafka = bus.equals("kafka");
  }

  @Override
  public Multi<? extends Message<?>> decorate(
      Multi<? extends Message<?>> messages, List<String> channel, boolean isConnector) {
    return kafka && isConnector
        ? messages.select().where(message -> isReadable(message, channel.getFirst()))
        : messages;
  }

  private static boolean isReadable(Message<?> message, String channel) {
    if (message.getPayload() != null) {
      return true;
    }
    message
        .getMetadata(IncomingKafkaRecordMetadata.class)
        .ifPresent(record -> report(record, channel));
    var _ = message.ack();
    return false;
  }

  private static void report(IncomingKafkaRecordMetadata<?, ?> record, String channel) {
    Header reason =
        record
            .getHeaders()
            .lastHeader(DeserializationFailureHandler.DESERIALIZATION_FAILURE_REASON);
    if (reason == null) {
      return; // a tombstone: somebody deleted the key
    }
    Metrics.counter("evenkeel_bus_unreadable", "channel", channel).increment();
    LOG.errorf(
        "%s: skipped an unreadable record at %s-%d offset %d, key %s: %s",
        channel,
        record.getTopic(),
        record.getPartition(),
        record.getOffset(),
        record.getKey(),
        new String(reason.value(), StandardCharsets.UTF_8));
  }
}
