package io.evenkeel.standalone;

import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.ServerConfig;
import io.evenkeel.embedded.StartFailure;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The embedded PostgreSQL of the all-in-one, started again on its port when it dies: while it is
 * away nothing is acknowledged, and the charge points repeat.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Database.class);

  private final ServerConfig config;
  private EmbeddedPostgres server;
  private boolean closed;

  private Database(ServerConfig config, EmbeddedPostgres server) {
    this.config = config;
    this.server = server;
  }

  static Database startIn(Path directory) {
    ServerConfig config = ServerConfig.keptIn(directory);
    EmbeddedPostgres server = EmbeddedPostgres.start(config);
    Database database = new Database(config.withPort(server.port()), server);
    database.watch(server);
    return database;
  }

  synchronized Map<String, String> configuration() {
    return server.configuration();
  }

  private void watch(EmbeddedPostgres running) {
    var _ = running.onExit().thenRun(() -> restart(running));
  }

  private synchronized void restart(EmbeddedPostgres dead) {
    if (closed || dead != server) {
      return;
    }
    LOG.warn("PostgreSQL died, starting it again");
    dead.close();
    try {
      server = EmbeddedPostgres.start(config);
      watch(server);
    } catch (StartFailure e) {
      LOG.errorf("PostgreSQL does not start again: %s. Restart EvenKeel.", e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    server.close();
  }
}
