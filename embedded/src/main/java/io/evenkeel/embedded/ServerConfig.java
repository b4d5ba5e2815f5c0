package io.evenkeel.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an embedded server keeps its data and on which port of 127.0.0.1 it listens.
 *
 * @param directory kept from start to start; null for a temporary one that goes with the server
 * @param port below 32768; 0 takes a free one
 */
public record ServerConfig(@Nullable Path directory, int port) {

  public ServerConfig {
    FreePort.requireStable(port);
  }

  /** Any port, nothing kept; stopped at the latest with the JVM. */
  public static ServerConfig temporary() {
    return new ServerConfig(null, 0);
  }

  /** Any port, data kept in this directory. */
  public static ServerConfig keptIn(Path directory) {
    return new ServerConfig(directory, 0);
  }

  public ServerConfig withPort(int newPort) {
    return new ServerConfig(directory, newPort);
  }
}
