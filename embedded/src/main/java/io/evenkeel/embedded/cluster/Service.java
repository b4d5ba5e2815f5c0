package io.evenkeel.embedded.cluster;

import java.util.List;
import java.util.stream.Stream;

/**
 * What runs in the cluster besides database and bus. The order is that of {@link Ports#services}.
 *
 * @param name of the process
 * @param module whose application it is
 * @param node ordinal of a gateway node; -1 for services without sockets
 * @param paths of the API that it answers
 */
record Service(String name, String module, int node, List<String> paths) {

  static final List<Service> ALL =
      List.of(
          new Service("gateway-0", "gateway-service", 0, List.of("/api/charge-points")),
          new Service("gateway-1", "gateway-service", 1, List.of("/api/charge-points")),
          new Service(
              "auth",
              "auth-service",
              -1,
              List.of("/api/id-tags", "/api/login", "/api/accounts", "/api/offline-policies")),
          new Service(
              "transaction",
              "transaction-service",
              -1,
              List.of("/api/transactions", "/api/connectors", "/api/reservations", "/graphql")),
          new Service(
              "smartcharging", "smartcharging-service", -1, List.of("/api/sites", "/api/plans")));

  boolean isGateway() {
    return node >= 0;
  }

  static Stream<Service> gateways() {
    return ALL.stream().filter(Service::isGateway);
  }

  /** Who answers this path, the preferred first; the gateway nodes for all that nobody claims. */
  static List<Service> answering(String path) {
    List<Service> claiming =
        ALL.stream()
            .filter(service -> service.paths().stream().anyMatch(prefix -> isUnder(path, prefix)))
            .toList();
    return claiming.isEmpty() ? gateways().toList() : claiming;
  }

  private static boolean isUnder(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
