package io.evenkeel.messaging.kafka;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives each incoming channel a group of its own, named like the channel without {@code -in}, where
 * the configuration names none. Quarkus' default, one group of the application's name for all its
 * channels, makes every channel stand still whenever one of them comes or goes.
 */
@ApplicationScoped
public class ConsumerGroups implements ClientCustomizer<Map<String, Object>> {

  private final Optional<String> application;

  @Inject
  public ConsumerGroups(
      @ConfigProperty(name = "quarkus.application.name") Optional<String> application) {
    this.application = application;
  }

  @Override
  public Map<String, Object> customize(
      String channel, Config channelConfig, Map<String, Object> config) {
    Object group = config.get(ConsumerConfig.GROUP_ID_CONFIG);
    if (group != null && application.filter(group::equals).isPresent()) {
      config.put(ConsumerConfig.GROUP_ID_CONFIG, channel.replaceFirst("-in$", ""));
    }
    return config;
  }
}
