package io.evenkeel.auth;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The service's configuration with its defaults and a few keys of a test's choice. */
public final class Settings {

  private Settings() {}

  public static AuthConfig with(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(AuthConfig.class)
        .withDefaultValues(keys)
        .build()
        .getConfigMapping(AuthConfig.class);
  }
}
