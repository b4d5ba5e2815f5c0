package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who this process is; the same for as long as it lives. */
final class Identity {

  @Produces
  @Singleton
  NodeIdentity node(
      @ConfigProperty(name = "evenkeel.node", defaultValue = "0") int ordinal,
      @ConfigProperty(name = "evenkeel.instance") String instance) {
    if (ordinal < 0 || ordinal >= Topic.MAX_NODES) {
      throw new IllegalArgumentException(
          "evenkeel.node must be 0 to %d, not %d".formatted(Topic.MAX_NODES - 1, ordinal));
    }
    return new NodeIdentity(ordinal, System.currentTimeMillis(), instance);
  }
}
