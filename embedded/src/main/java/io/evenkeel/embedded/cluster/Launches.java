package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.StartFailure;
import io.evenkeel.embedded.cluster.JvmProcess.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the programs of a cluster are started: the same configuration keys that a deployment would
 * set.
 */
final class Launches {

  /** Settings that others on the machine must not read from the list of processes. */
  private static final String SECRET = "evenkeel.database.password";

  private final ClusterConfig config;
  private final Health health = new Health();

  Launches(ClusterConfig config) {
    this.config = config;
  }

  Launch bus() {
    Path lib = config.root().resolve("embedded/target");
    Path jar = lib.resolve("embedded.jar");
    requireBuilt(jar);
    Path directory = config.data().resolve("kafka");
    int port = config.ports().bus();
    List<String> java = new ArrayList<>(config.jvm());
    java.addAll(List.of("-Xmx256m", "-cp", jar + ":" + lib.resolve("lib") + "/*"));
    java.addAll(List.of(BrokerMain.class.getName(), directory.toString(), Integer.toString(port)));
    return new Launch(
        "kafka",
        "127.0.0.1:" + port,
        java,
        Map.of(),
        log("kafka"),
        note("kafka"),
        life -> BrokerMain.isReady(directory, life));
  }

  Launch service(Service service, Map<String, String> database, Identity identity) {
    Path application =
        config.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    requireBuilt(application);
    Map<String, String> settings = settings(service);
    settings.putAll(database);
    settings.putAll(identity.publicConfiguration());
    if (service.name().equals("auth")) {
      settings.putAll(identity.privateConfiguration());
    }
    settings.putAll(config.settings());
    String password = settings.remove(SECRET);
    List<String> java = new ArrayList<>(config.jvm());
    settings.forEach((key, value) -> java.add("-D" + key + "=" + value));
    java.addAll(List.of("-jar", application.toString()));
    String url = url(service);
    return new Launch(
        service.name(),
        service.isGateway() ? url + "  " + ocppUrl(service.node()) : url,
        java,
        password == null ? Map.of() : Map.of(environmentVariable(SECRET), password),
        log(service.name()),
        note(service.name()),
        _ -> health.isReady(url));
  }

  private Map<String, String> settings(Service service) {
    Ports ports = config.ports();
    Map<String, String> settings = new TreeMap<>();
    settings.put("quarkus.http.host", config.host());
    settings.put("quarkus.http.port", Integer.toString(port(service)));
    settings.put("evenkeel.data", config.data().toString());
    settings.put("evenkeel.bus", "kafka");
    settings.put("evenkeel.kafka.bootstrap-servers", "127.0.0.1:" + ports.bus());
    settings.put("evenkeel.node", Integer.toString(Math.max(0, service.node())));
    if (service.isGateway()) {
      settings.put("evenkeel.gateway.host", config.host());
      settings.put("evenkeel.gateway.port", Integer.toString(ports.ocpp().get(service.node())));
    }
    return settings;
  }

  int port(Service service) {
    return config.ports().services().get(Service.ALL.indexOf(service));
  }

  String url(Service service) {
    return "http://" + config.reachableHost() + ":" + port(service);
  }

  /** Where charge points reach this gateway node; their identity follows. */
  String ocppUrl(int node) {
    return "ws://" + config.reachableHost() + ":" + config.ports().ocpp().get(node) + "/ocpp/";
  }

  private Path note(String name) {
    return Leftovers.note(config.data(), name);
  }

  private Path log(String name) {
    return Leftovers.logs(config.data()).resolve(name + ".log");
  }

  private static void requireBuilt(Path file) {
    if (!Files.exists(file)) {
      throw new StartFailure(
          file + " is missing: build first, e.g. with ./evenkeel cluster or mvn package.");
    }
  }

  static String environmentVariable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
