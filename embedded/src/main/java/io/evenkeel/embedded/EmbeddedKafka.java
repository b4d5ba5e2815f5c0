package io.evenkeel.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker and controller in one, inside this JVM, for the machine itself only (127.0.0.1).
 *
 * <p>What it acknowledged survives the kill of its process, and the next start on the same
 * directory takes two seconds; it does not force the disk, so a power failure may cost the last
 * moments. That is Kafka's own trade: there, replicas make up for it.
 *
 * <p>Topics are made by whoever needs them (Admin client), never by being named.
 *
 * <p>A broker that cannot go on ends the whole JVM, as Kafka does. Where that matters, give it a
 * process of its own.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final String KIND = "kafka";

  private final OwnedDirectory directory;
  private final KafkaRaftServer server;
  private final int port;
  private final boolean temporary;

  private EmbeddedKafka(
      OwnedDirectory directory, KafkaRaftServer server, int port, boolean temporary) {
    this.directory = directory;
    this.server = server;
    this.port = port;
    this.temporary = temporary;
  }

  /**
   * Starts a broker and returns when it serves.
   *
   * @throws StartFailure when the directory is in use or the port is taken
   */
  public static EmbeddedKafka start(ServerConfig config) {
    boolean temporary = config.directory() == null;
    if (temporary) {
      TemporaryDirectory.sweep(KIND, directory -> {});
    }
    Path path = config.directory() == null ? TemporaryDirectory.create(KIND) : config.directory();
    OwnedDirectory directory = OwnedDirectory.claim(path);
    int port = config.port() == 0 ? FreePort.pick() : config.port();
    try {
      if (!FreePort.isFree(port)) {
        throw new StartFailure(
            "Kafka cannot listen on port "
                + port
                + " of 127.0.0.1: it is taken. Choose another one.");
      }
      format(directory.path());
      Properties properties =
          BrokerSettings.properties(directory.path().resolve("log"), port, FreePort.pick());
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(directory, server, port, temporary);
    } catch (RuntimeException e) {
      directory.release(temporary);
      throw e instanceof StartFailure told
          ? told
          : new StartFailure("Kafka does not start in " + path + ": " + e.getMessage(), e);
    }
  }

  /** Gives the log its identity, once. */
  private static void format(Path directory) {
    Path log = directory.resolve("log");
    FirstStart firstStart = new FirstStart(directory);
    if (!firstStart.isNeeded(log)) {
      return;
    }
    try {
      firstStart.begin(log);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .addDirectory(log.toString())
          .setMetadataLogDirectory(log.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .run();
      firstStart.end();
    } catch (Exception e) {
      throw new StartFailure("Cannot set up Kafka in " + directory + ": " + e.getMessage(), e);
    }
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /**
   * The broker as EvenKeel's configuration: {@code evenkeel.bus} and {@code
   * evenkeel.kafka.bootstrap-servers}.
   */
  public Map<String, String> configuration() {
    return Map.of("evenkeel.bus", "kafka", "evenkeel.kafka.bootstrap-servers", bootstrapServers());
  }

  /** Stops the broker in order. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    directory.release(temporary);
  }

  @Override
  public String toString() {
    return "Kafka on " + bootstrapServers() + " in " + directory.path();
  }
}
