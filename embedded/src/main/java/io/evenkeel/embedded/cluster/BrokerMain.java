package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.Processes;
import io.evenkeel.embedded.ServerConfig;
import io.evenkeel.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program of the bus: a Kafka broker in a process of its own. Arguments: data directory, port.
 */
final class BrokerMain {

  private static final Logger ROOT = Logger.getLogger("");

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    ROOT.setLevel(Level.WARNING); // a broker tells its whole life otherwise
    Path directory = Path.of(arguments[0]);
    try {
      EmbeddedKafka kafka =
          EmbeddedKafka.start(
              ServerConfig.keptIn(directory).withPort(Integer.parseInt(arguments[1])));
      Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
      Processes.record(ready(directory), ProcessHandle.current());
      System.out.println("Serving on " + kafka.bootstrapServers() + " since " + Instant.now());
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Whether this process serves as the broker of this directory. */
  static boolean isReady(Path directory, ProcessHandle process) {
    return Processes.recorded(ready(directory)).filter(process::equals).isPresent();
  }

  private static Path ready(Path directory) {
    return directory.resolve("ready");
  }
}
