package io.evenkeel.messaging.kafka;

import io.evenkeel.messaging.Topic;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topics that are missing, before any channel is opened. One that exists is as good. */
@Singleton
public class TopicCreation {

  private static final Logger LOG = Logger.getLogger(TopicCreation.class);

  /** SmallRye opens its channels at LIBRARY_BEFORE. */
  private static final int BEFORE_WIRING = Interceptor.Priority.LIBRARY_BEFORE - 1;

  void atStart(
      @Observes @Priority(BEFORE_WIRING) StartupEvent event,
      @ConfigProperty(name = "evenkeel.bus") String bus,
      @ConfigProperty(name = "evenkeel.kafka.wait", defaultValue = "60s") Duration wait,
      @Identifier("default-kafka-broker") Map<String, Object> broker) {
    if (!bus.equals("kafka")) {
      return;
    }
    Map<String, Object> config = new HashMap<>(broker);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(wait.toMillis()));
    config.put(
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Math.toIntExact(Math.min(wait.toMillis(), 5000)));
    try (Admin admin = Admin.create(config)) {
      create(admin);
      check(admin);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the topics", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(
          "Kafka at %s did not make the topics within %s; see evenkeel.kafka.bootstrap-servers: %s"
              .formatted(
                  config.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG), wait, failure.getCause()),
          failure);
    }
  }

  private static void create(Admin admin) throws InterruptedException, ExecutionException {
    List<NewTopic> all = Arrays.stream(Topic.values()).map(TopicCreation::described).toList();
    for (Map.Entry<String, KafkaFuture<Void>> made : admin.createTopics(all).values().entrySet()) {
      try {
        made.getValue().get();
        LOG.infof("Made the topic %s", made.getKey());
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof TopicExistsException)) {
          throw failure;
        }
      }
    }
  }

  static NewTopic described(Topic topic) {
    NewTopic described =
        new NewTopic(topic.wire(), Optional.of(topic.partitions()), Optional.empty());
    return described.configs(
        switch (topic.kept()) {
          case DAYS -> Map.of();
          case AN_HOUR ->
              Map.of(
                  TopicConfig.RETENTION_MS_CONFIG,
                  String.valueOf(Duration.ofHours(1).toMillis()),
                  TopicConfig.SEGMENT_MS_CONFIG,
                  String.valueOf(Duration.ofMinutes(10).toMillis()));
          case LATEST_OF_KEY ->
              // small segments: what is in the newest one is never compacted, and every process
              // reads all of it at its start
              Map.of(
                  TopicConfig.CLEANUP_POLICY_CONFIG,
                  TopicConfig.CLEANUP_POLICY_COMPACT,
                  TopicConfig.SEGMENT_BYTES_CONFIG,
                  String.valueOf(16 * 1024 * 1024),
                  TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                  "0.1");
        });
  }

  /** Topics somebody else made, of a shape in which messages would not be found. */
  private static void check(Admin admin) throws InterruptedException, ExecutionException {
    List<String> names = Arrays.stream(Topic.values()).map(Topic::wire).toList();
    for (TopicDescription found : admin.describeTopics(names).allTopicNames().get().values()) {
      Topic.of(found.name()).ifPresent(topic -> check(topic, found.partitions().size()));
    }
  }

  static void check(Topic topic, int partitions) {
    boolean fits = topic.partitions() == 1 ? partitions == 1 : partitions >= leastOf(topic);
    if (!fits) {
      throw new IllegalStateException(
          "The topic %s has %d partitions and needs %d; delete it, or make it anew so"
              .formatted(topic.wire(), partitions, topic.partitions()));
    }
  }

  private static int leastOf(Topic topic) {
    return topic.partitions() == Topic.MAX_NODES ? Topic.MAX_NODES : 1;
  }
}
