package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan breaks, reckoned slot by slot from the problem as it is stated. */
final class Broken {

  private final Instance instance;
  private final Plan plan;
  private final List<String> found = new ArrayList<>();
  private final Map<String, LoadNode> nodes = new HashMap<>();
  private final Map<String, LoadConnector> connectors = new HashMap<>();

  private Broken(Instance instance, Plan plan) {
    this.instance = instance;
    this.plan = plan;
    instance.nodes().forEach(node -> nodes.put(node.id(), node));
    instance.connectors().forEach(connector -> connectors.put(connector.id(), connector));
  }

  static List<String> by(Instance instance, Plan plan) {
    Broken broken = new Broken(instance, plan);
    instance.sessions().forEach(broken::checkSchedule);
    for (int slot = 0; slot < instance.slots(); slot++) {
      broken.checkNodes(slot);
    }
    return broken.found;
  }

  private void checkSchedule(LoadSession session) {
    List<Period> periods = plan.schedules().getOrDefault(session.id(), List.of());
    Integer own = session.maxPeriods();
    if (periods.size() > (own == null ? instance.maxPeriods() : own)) {
      found.add(session.id() + " has " + periods.size() + " periods");
    }
    int most = Math.min(session.max(), connectors.get(session.connector()).max());
    int last = -1;
    for (Period period : periods) {
      boolean allowed =
          period.limit() == 0
              || period.limit() >= session.min()
                  && period.limit() <= most
                  && period.limit() % instance.step() == 0;
      if (!allowed || period.start() <= last || period.start() >= session.departure()) {
        found.add(session.id() + " must not have " + period);
      }
      last = period.start();
    }
    if (!periods.isEmpty() && periods.getFirst().start() > session.arrival()) {
      found.add(session.id() + " starts with " + periods.getFirst());
    }
  }

  private void checkNodes(int slot) {
    Map<String, double[]> base = new HashMap<>();
    Map<String, double[]> charging = new HashMap<>();
    for (LoadNode node : instance.nodes()) {
      for (int phase = 0; phase < 3; phase++) {
        add(base, node.id(), phase, node.base(phase, slot) * 10);
      }
    }
    for (LoadSession session : instance.sessions()) {
      LoadConnector connector = connectors.get(session.connector());
      for (int i = 0; i < Math.min(session.evPhases(), connector.phases()); i++) {
        int phase = connector.rotation().grid(i).ordinal();
        add(charging, connector.node(), phase, current(session, slot));
      }
    }
    for (LoadNode node : instance.nodes()) {
      double[] own = base.getOrDefault(node.id(), new double[3]);
      double[] cars = charging.getOrDefault(node.id(), new double[3]);
      for (int phase = 0; phase < 3; phase++) {
        int other = (phase + 1) % 3;
        check(node, slot, phase, own[phase], cars[phase]);
        checkBalance(node, slot, own[phase] - own[other], cars[phase] - cars[other]);
      }
    }
  }

  private void check(LoadNode node, int slot, int phase, double base, double cars) {
    double limit = 0;
    for (LoadNode.LimitFrom from : node.limits()) {
      limit = from.slot() <= slot ? from.on(phase) : limit;
    }
    if (cars > Math.max(0, limit - base) + 1e-6) {
      found.add("%s/%d in %d: %s of %s".formatted(node.id(), phase, slot, cars, limit - base));
    }
  }

  private void checkBalance(LoadNode node, int slot, double base, double cars) {
    Integer allowed = node.maxImbalance();
    if (allowed != null && Math.abs(base + cars) > Math.max(allowed, Math.abs(base)) + 1e-6) {
      found.add("%s in %d: imbalance %s".formatted(node.id(), slot, base + cars));
    }
  }

  private void add(Map<String, double[]> sums, String start, int phase, double value) {
    @Nullable String id = start;
    while (id != null) {
      sums.computeIfAbsent(id, key -> new double[3])[phase] += value;
      id = nodes.get(id).parent();
    }
  }

  private int current(LoadSession session, int slot) {
    if (slot < session.arrival() || slot >= session.departure()) {
      return 0;
    }
    int current = 0;
    for (Period period : plan.schedules().getOrDefault(session.id(), List.of())) {
      current = period.start() <= slot ? period.limit() : current;
    }
    return current;
  }
}
