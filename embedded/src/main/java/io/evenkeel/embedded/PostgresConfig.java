package io.evenkeel.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an embedded PostgreSQL keeps its data and on which port of 127.0.0.1 it listens.
 *
 * @param directory kept from start to start; null for a temporary one that goes with the server
 * @param port below 32768; 0 takes a free one
 */
public record PostgresConfig(@Nullable Path directory, int port) {

  public PostgresConfig {
    FreePort.requireStable(port);
  }

  /** Any port, nothing kept; stopped at the latest with the JVM. */
  public static PostgresConfig temporary() {
    return new PostgresConfig(null, 0);
  }

  /** Any port, data kept in this directory. */
  public static PostgresConfig keptIn(Path directory) {
    return new PostgresConfig(directory, 0);
  }

  public PostgresConfig withPort(int newPort) {
    return new PostgresConfig(directory, newPort);
  }
}
