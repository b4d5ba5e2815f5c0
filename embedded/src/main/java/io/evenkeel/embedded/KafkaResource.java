package io.evenkeel.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For Quarkus tests: a fresh broker, given to the application as {@code
 * evenkeel.kafka.bootstrap-servers} with {@code evenkeel.bus=kafka}. The test's module adds the
 * broker's artifacts itself; here they are optional.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedKafka kafka;

  @Override
  public Map<String, String> start() {
    EmbeddedKafka started = EmbeddedKafka.start(ServerConfig.temporary());
    kafka = started;
    return started.configuration();
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }
}
