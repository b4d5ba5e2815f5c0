package io.evenkeel.journeys;

import io.evenkeel.embedded.cluster.Cluster;
import io.evenkeel.embedded.cluster.ClusterConfig;
import io.evenkeel.embedded.cluster.ClusterProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The services as processes of their own, as {@code ./evenkeel cluster} starts them. */
final class FourServices implements Network {

  private final Cluster cluster;

  private FourServices(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Chargers are trusted to keep time to ten seconds, so that they show it within half a minute. */
  static FourServices start() {
    try {
      Path root = Path.of("..").toRealPath();
      Path target = Files.createDirectories(Path.of("target", "journeys-cluster"));
      Path data = Files.createTempDirectory(target, "run-");
      ClusterConfig config =
          ClusterConfig.onFreePorts(root, data)
              .withJvm(
                  List.of("-Xmx384m", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1"))
              .withSettings(Map.of("evenkeel.smartcharging.guard", "PT10S"));
      return new FourServices(Cluster.start(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String api() {
    return cluster.apiUrl();
  }

  @Override
  public String ocpp(int node) {
    return cluster.ocppUrl(node);
  }

  @Override
  public String password() {
    try {
      return Files.readString(cluster.data().resolve("admin-password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void kill(Part part) {
    process(part).kill();
  }

  @Override
  public void restart(Part part) {
    process(part).restart();
  }

  private ClusterProcess process(Part part) {
    return cluster.process(
        switch (part) {
          case GATEWAY -> "gateway-0";
          case SECOND_GATEWAY -> "gateway-1";
          case AUTH -> "auth";
          case TRANSACTION -> "transaction";
          case SMARTCHARGING -> "smartcharging";
          case BROKER -> "kafka";
          case DATABASE -> "postgres";
        });
  }

  @Override
  public void close() {
    cluster.close();
  }
}
