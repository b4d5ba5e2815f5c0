package io.evenkeel.auth;

import io.evenkeel.auth.identity.LocalIdentity;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A data directory and an identity as a first start of the whole makes them. */
public final class IdentityResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("evenkeel-auth-test");
      Map<String, String> configuration = new HashMap<>(LocalIdentity.in(data).configuration());
      configuration.put("evenkeel.data", data.toString());
      return configuration;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  @Override
  public void stop() {
    // the operating system clears its temporary directory
  }
}
