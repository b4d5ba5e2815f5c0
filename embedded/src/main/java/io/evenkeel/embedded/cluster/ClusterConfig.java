package io.evenkeel.embedded.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cluster runs from and where.
 *
 * @param root the project's directory, with the built services in it
 * @param data database, log of the bus, keys and the processes' logs; kept from start to start
 * @param host address on which API and OCPP listen; database and bus stay on 127.0.0.1
 * @param ports where the parts listen
 * @param jvm options of every started JVM
 * @param settings further configuration of every service, as system properties
 * @param patience how long a process may take to become ready
 */
public record ClusterConfig(
    Path root,
    Path data,
    String host,
    Ports ports,
    List<String> jvm,
    Map<String, String> settings,
    Duration patience) {

  /** Small JVMs, as many share one machine, that do not warn about what their libraries do. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-Xmx384m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  public ClusterConfig {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    jvm = List.copyOf(jvm);
    settings = Map.copyOf(settings);
  }

  /** On loopback and free ports, as tests want it. */
  public static ClusterConfig onFreePorts(Path root, Path data) {
    return new ClusterConfig(root, data, "127.0.0.1", Ports.free(), JVM, Map.of(), PATIENCE);
  }

  public ClusterConfig withHost(String newHost) {
    return new ClusterConfig(root, data, newHost, ports, jvm, settings, patience);
  }

  public ClusterConfig withPorts(Ports newPorts) {
    return new ClusterConfig(root, data, host, newPorts, jvm, settings, patience);
  }

  /** With these options in addition; of two that contradict each other the later one counts. */
  public ClusterConfig withJvm(List<String> more) {
    List<String> all = Stream.concat(jvm.stream(), more.stream()).toList();
    return new ClusterConfig(root, data, host, ports, all, settings, patience);
  }

  public ClusterConfig withSettings(Map<String, String> more) {
    return new ClusterConfig(root, data, host, ports, jvm, more, patience);
  }

  /** The address under which this machine itself reaches {@link #host}. */
  String reachableHost() {
    return switch (host) {
      case "0.0.0.0", "::" -> "127.0.0.1";
      case String named -> named;
    };
  }
}
