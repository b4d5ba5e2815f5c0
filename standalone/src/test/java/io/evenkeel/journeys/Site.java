package io.evenkeel.journeys;

import static java.util.Map.entry;

import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.VirtualChargePointOptions;
import io.evenkeel.simulator.charging.ChargerModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a journey needs on the ground: registered charge points, and a site of them. */
final class Site {

  private Site() {}

  static VirtualChargePointOptions options(Network network, String id) {
    return VirtualChargePointOptions.of(network.ocpp(0), id)
        .model(ChargerModel.DELTA_AC_MAX)
        .backoff(Duration.ofMillis(100), Duration.ofSeconds(1))
        .retryInterval(Duration.ofMillis(200))
        .tick(Duration.ofMillis(200));
  }

  /** Registered and connected, boot accepted. */
  static VirtualChargePoint chargePoint(Network network, Api api, String id) {
    api.chargePoint(id);
    return Await.answer(VirtualChargePoint.connect(options(network, id)));
  }

  /** A site of one grid connection with one connector of each charge point on it. */
  static void put(Api api, String site, int gridA, List<String> chargePoints) {
    List<Map<String, Object>> connectors = new ArrayList<>();
    for (String id : chargePoints) {
      connectors.add(
          Map.ofEntries(
              entry("chargePoint", id),
              entry("connectorId", 1),
              entry("node", "grid"),
              entry("rotation", "RST"),
              entry("phases", 3),
              entry("maxA", 32)));
    }
    Map<String, Object> grid =
        Map.of("id", "grid", "kind", "GRID", "limitA", List.of(gridA, gridA, gridA));
    api.put("/api/sites/{id}", Map.of("nodes", List.of(grid), "connectors", connectors), site);
  }
}
