package io.evenkeel.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL server started from a Maven artifact, with the durability of a real one: {@code
 * fsync} and {@code synchronous_commit} are on. It listens on 127.0.0.1 only and asks for a
 * password that is generated with the data.
 *
 * <p>The server is a process of its own that outlives a killed JVM; the next start on the same
 * directory ends it first. Ctrl-C in the terminal does not reach it: whoever started it closes it,
 * last of all.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** Name of the database that is there from the first start. */
  public static final String DATABASE = "evenkeel";

  private static final String KIND = "postgres";

  private final OwnedDirectory directory;
  private final PostgresServer server;
  private final boolean temporary;
  private final Thread lastResort;

  private EmbeddedPostgres(OwnedDirectory directory, PostgresServer server, boolean temporary) {
    this.directory = directory;
    this.server = server;
    this.temporary = temporary;
    this.lastResort = new Thread(this::stop, "embedded-postgres-stop");
  }

  /**
   * Starts a server and returns when it accepts connections and has the database {@value
   * #DATABASE}.
   *
   * @throws StartFailure when the directory is in use, the port is taken, or the platform forbids
   *     it
   */
  public static EmbeddedPostgres start(ServerConfig config) {
    boolean temporary = config.directory() == null;
    if (temporary) {
      TemporaryDirectory.sweep(KIND, PostgresServer::stopOrphan);
    }
    Path path = config.directory() == null ? TemporaryDirectory.create(KIND) : config.directory();
    OwnedDirectory directory = OwnedDirectory.claim(path);
    try {
      PostgresServer server = PostgresServer.start(directory.path(), config.port(), temporary);
      EmbeddedPostgres postgres = new EmbeddedPostgres(directory, server, temporary);
      if (temporary) {
        Runtime.getRuntime().addShutdownHook(postgres.lastResort);
      }
      return postgres;
    } catch (RuntimeException e) {
      directory.release(temporary);
      throw e;
    }
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return server.port();
  }

  public String user() {
    return PostgresServer.USER;
  }

  public String password() {
    return server.password();
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + DATABASE;
  }

  /**
   * The server as EvenKeel's configuration: {@code evenkeel.database.host}, {@code .port}, {@code
   * .name}, {@code .user}, {@code .password}.
   */
  public Map<String, String> configuration() {
    return Map.of(
        "evenkeel.database.host", host(),
        "evenkeel.database.port", Integer.toString(port()),
        "evenkeel.database.name", DATABASE,
        "evenkeel.database.user", user(),
        "evenkeel.database.password", password());
  }

  /** The server's first process. */
  public ProcessHandle process() {
    return server.process();
  }

  /** Completes when the server has ended, for whatever reason. */
  public CompletableFuture<Void> onExit() {
    return Processes.onExit(server.process());
  }

  /**
   * Ends the server as {@code kill -9} does, and lets the directory go, for a test of what
   * survives.
   */
  public void kill() {
    server.kill();
    directory.release(false);
  }

  /**
   * Stops the server in order: running statements are rolled back, everything committed is on the
   * disk.
   */
  @Override
  public void close() {
    if (temporary) {
      try {
        Runtime.getRuntime().removeShutdownHook(lastResort);
      } catch (IllegalStateException alreadyShuttingDown) {
        return; // the hook stops it
      }
    }
    stop();
  }

  private void stop() {
    server.stop();
    directory.release(temporary);
  }

  @Override
  public String toString() {
    return "PostgreSQL on " + host() + ":" + port() + " in " + directory.path();
  }
}
