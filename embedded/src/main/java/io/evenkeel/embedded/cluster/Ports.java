package io.evenkeel.embedded.cluster;

import io.evenkeel.embedded.FreePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The TCP ports of a cluster.
 *
 * @param api the one address for clients
 * @param services HTTP of gateway-0, gateway-1, auth, transaction and smartcharging, in this order
 * @param ocpp charge points of gateway-0 and gateway-1
 * @param database PostgreSQL
 * @param bus Kafka
 */
public record Ports(int api, List<Integer> services, List<Integer> ocpp, int database, int bus) {

  static final int SERVICES = 5;
  static final int NODES = 2;

  public Ports {
    services = List.copyOf(services);
    ocpp = List.copyOf(ocpp);
    if (services.size() != SERVICES || ocpp.size() != NODES) {
      throw new IllegalArgumentException(
          "a cluster has " + SERVICES + " services, " + NODES + " of them gateway nodes");
    }
  }

  /**
   * API here, the services from {@code base} upwards, the gateway nodes from {@code firstOcpp}
   * upwards, the rest anywhere.
   */
  public static Ports from(int api, int base, int firstOcpp) {
    List<Integer> inner = distinct(2);
    return new Ports(
        api,
        List.of(base, base + 1, base + 2, base + 3, base + 4),
        List.of(firstOcpp, firstOcpp + 1),
        inner.get(0),
        inner.get(1));
  }

  /** All of them free now, and different. */
  public static Ports free() {
    List<Integer> free = distinct(1 + SERVICES + NODES + 2);
    return new Ports(
        free.get(0),
        free.subList(1, 1 + SERVICES),
        free.subList(1 + SERVICES, 1 + SERVICES + NODES),
        free.get(1 + SERVICES + NODES),
        free.get(2 + SERVICES + NODES));
  }

  private static List<Integer> distinct(int count) {
    Set<Integer> ports = new LinkedHashSet<>();
    while (ports.size() < count) {
      ports.add(FreePort.pick());
    }
    return new ArrayList<>(ports);
  }

  /** Those that somebody listens on already. */
  public List<Integer> taken() {
    List<Integer> all = new ArrayList<>(services);
    all.addAll(ocpp);
    all.addAll(List.of(api, database, bus));
    return all.stream().filter(port -> !FreePort.isFree(port)).toList();
  }
}
