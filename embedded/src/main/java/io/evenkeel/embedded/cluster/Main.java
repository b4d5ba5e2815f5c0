package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.StartFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The program behind {@code ./evenkeel cluster}. Options, each with a value: {@code --root}, {@code
 * --data}, {@code --host}, {@code --port}, {@code --ocpp-port}, {@code --base-port}. Options of the
 * JVMs come from the environment: EVENKEEL_GC and EVENKEEL_JAVA_OPTS.
 */
final class Main {

  private static final int MISUSE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    ClusterConfig config;
    try {
      config = config(options(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("evenkeel cluster: " + e.getMessage());
      System.exit(MISUSE);
      return;
    }
    System.out.println(
        "Starting PostgreSQL, Kafka and five services; logs in " + config.data().resolve("logs"));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.out.println("Stopping ..."), "say-stopping"));
    try {
      Cluster cluster = Cluster.start(config, Main::report);
      System.out.println(table(cluster));
      new CountDownLatch(1).await();
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static ClusterConfig config(Map<String, String> options) {
    Ports ports =
        Ports.from(
            port(options, "--port", 8080),
            port(options, "--base-port", 8081),
            port(options, "--ocpp-port", 9000));
    return ClusterConfig.onFreePorts(
            Path.of(options.getOrDefault("--root", ".")),
            Path.of(options.getOrDefault("--data", "data/cluster")))
        .withHost(options.getOrDefault("--host", "127.0.0.1"))
        .withPorts(ports)
        .withJvm(jvm(System.getenv()));
  }

  private static List<String> jvm(Map<String, String> environment) {
    List<String> options = new ArrayList<>();
    options.add("-XX:+Use" + environment.getOrDefault("EVENKEEL_GC", "Serial") + "GC");
    String more = environment.getOrDefault("EVENKEEL_JAVA_OPTS", "").strip();
    if (!more.isEmpty()) {
      options.addAll(List.of(more.split("\\s+")));
    }
    return options;
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!List.of("--root", "--data", "--host", "--port", "--ocpp-port", "--base-port")
          .contains(arguments[i])) {
        throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private static int port(Map<String, String> options, String name, int otherwise) {
    try {
      return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " needs a port number, not " + options.get(name), e);
    }
  }

  private static String table(Cluster cluster) {
    StringBuilder table = new StringBuilder();
    table.append(String.format("%n  %-14s %-8s %-62s %s%n", "process", "pid", "where", "log"));
    for (ClusterProcess each : cluster.processes()) {
      table.append(
          String.format(
              "  %-14s %-8d %-62s %s%n", each.name(), each.pid(), each.address(), each.log()));
    }
    table.append(
        String.format(
            "  %-14s %-8d %-62s %s%n",
            "api", ProcessHandle.current().pid(), cluster.apiUrl(), "one address for all of them"));
    table.append(
        String.format(
            "%nAdministrator's password in %s. Ctrl-C stops everything.%n",
            cluster.data().resolve("admin-password")));
    return table.toString();
  }

  private static void report(ClusterProcess process) {
    String code = process instanceof JvmProcess jvm ? " with exit code " + jvm.exitCode() : "";
    System.out.println(
        process.name() + " ended" + code + "; the others go on. Its log: " + process.log());
  }
}
