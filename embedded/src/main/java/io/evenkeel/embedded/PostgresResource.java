package io.evenkeel.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For Quarkus tests: a fresh PostgreSQL, given to the application as {@code evenkeel.database.*}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    EmbeddedPostgres started = EmbeddedPostgres.start(ServerConfig.temporary());
    postgres = started;
    return started.configuration();
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }
}
