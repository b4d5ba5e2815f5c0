package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.util.ArrayList;
import java.util.List;

/** Sites of one node that can be reckoned by hand: 230 V, slots of an hour. */
record Sites(int slots, int limit, int periods, Tariff tariff, List<LoadSession> sessions) {

  static Sites of(int slots, int limit) {
    return new Sites(slots, limit, 10, Tariff.free(), List.of());
  }

  Sites with(Tariff priced) {
    return new Sites(slots, limit, periods, priced, sessions);
  }

  Sites periods(int most) {
    return new Sites(slots, limit, most, tariff, sessions);
  }

  /** A car on one phase that may draw 16 A until a slot. */
  Sites car(String id, int departure, double energyWh) {
    return car(id, departure, energyWh, 0, 0);
  }

  Sites car(String id, int departure, double energyWh, int group, double guaranteedWh) {
    List<LoadSession> more = new ArrayList<>(sessions);
    more.add(
        new LoadSession(
            id, "at-" + id, 1, 60, 160, 0, departure, energyWh, 1, 1, group, guaranteedWh, null));
    return new Sites(slots, limit, periods, tariff, more);
  }

  Instance instance() {
    LoadNode grid =
        new LoadNode(
            "grid",
            null,
            "GRID",
            List.of(new LoadNode.LimitFrom(0, limit, limit, limit)),
            List.of(),
            null);
    List<LoadConnector> connectors =
        sessions.stream()
            .map(car -> new LoadConnector(car.connector(), "grid", Rotation.RST, 3, 320))
            .toList();
    return new Instance(
        "site", slots, 60, 0, 230, periods, 1, List.of(grid), connectors, sessions, tariff);
  }

  Planned plan() {
    return Planner.plan(instance());
  }
}
