package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.Processes;
import io.evenkeel.embedded.ServerConfig;
import io.evenkeel.embedded.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The database: processes of its own by nature, so no JVM stands between. */
public final class PostgresProcess implements ClusterProcess {

  private final ServerConfig config;
  private final Path directory;
  private final Consumer<ClusterProcess> died;
  private @Nullable EmbeddedPostgres server;
  private boolean serving;

  PostgresProcess(Path directory, int port, Consumer<ClusterProcess> died) {
    this.directory = directory;
    this.config = ServerConfig.keptIn(directory).withPort(port);
    this.died = died;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + config.port();
  }

  @Override
  public Path log() {
    return directory.resolve("postgres.log");
  }

  /** The database as the services' configuration. */
  public synchronized Map<String, String> configuration() {
    if (server == null) {
      throw new IllegalStateException("the database has not been started");
    }
    return server.configuration();
  }

  @Override
  public synchronized long pid() {
    return server == null ? 0 : server.process().pid();
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null && Processes.isRunning(server.process());
  }

  @Override
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    if (server != null) {
      server.close(); // of its last life, if that ended by itself: lets the directory go
    }
    EmbeddedPostgres started = EmbeddedPostgres.start(config);
    server = started;
    serving = true;
    var _ = started.onExit().thenRun(() -> ended(started));
  }

  private void ended(EmbeddedPostgres life) {
    boolean unexpected;
    synchronized (this) {
      unexpected = serving && life == server;
    }
    if (unexpected) {
      died.accept(this);
    }
  }

  @Override
  public void awaitReady(Duration patience) {
    if (!isRunning()) {
      throw new StartFailure("postgres has ended. Its log: " + log());
    }
  }

  @Override
  public synchronized void kill() {
    serving = false;
    if (server != null) {
      server.kill();
    }
  }

  @Override
  public synchronized void stop() {
    serving = false;
    if (server != null) {
      server.close();
    }
  }
}
