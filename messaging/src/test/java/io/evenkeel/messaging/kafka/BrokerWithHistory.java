package io.evenkeel.messaging.kafka;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.ServerConfig;
import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A broker on which somebody has spoken before the application starts. */
public final class BrokerWithHistory implements QuarkusTestResourceLifecycleManager {

  static final SessionRef EARLY = new SessionRef(2, 500, 9);

  private @Nullable EmbeddedKafka kafka;

  @Override
  public Map<String, String> start() {
    EmbeddedKafka started = EmbeddedKafka.start(ServerConfig.temporary());
    kafka = started;
    try (RawKafka raw = new RawKafka(started.bootstrapServers())) {
      makeTopic(raw.admin());
      say(raw, new ConnectionFact.Held("EARLY", new SessionRef(2, 400, 1), Samples.NOW));
      say(raw, new ConnectionFact.NodeStarted(2, 500));
      say(raw, new ConnectionFact.Held("EARLY", EARLY, Samples.NOW));
      say(raw, new ConnectionFact.Held("GONE", new SessionRef(2, 400, 2), Samples.NOW));
    }
    return started.configuration();
  }

  private static void makeTopic(Admin admin) {
    admin
        .createTopics(List.of(TopicCreation.described(Topic.CONNECTIONS)))
        .all()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static void say(RawKafka raw, ConnectionFact fact) {
    raw.write(new ProducerRecord<>(Topic.CONNECTIONS.wire(), 0, fact.key(), BusJson.write(fact)));
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }
}
