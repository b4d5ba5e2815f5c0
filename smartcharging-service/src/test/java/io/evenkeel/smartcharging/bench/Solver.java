package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The problem statement written down for a general solver, currents in A: as a linear programme
 * without least currents, steps and periods, or with them as a mixed-integer one (without steps,
 * which only makes it better).
 */
final class Solver {

  private final Instance instance;
  private final Flows flows;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<LoadSession, Variable[]> currents = new HashMap<>();
  private final Map<LoadSession, Variable> missing = new HashMap<>();

  private Solver(Instance instance, boolean exact) {
    this.instance = instance;
    this.flows = new Flows(instance);
    for (LoadSession session : instance.sessions()) {
      addSession(session);
      if (exact) {
        addIntegers(session);
      }
    }
    instance.nodes().forEach(this::addNode);
  }

  /** The least shortfall in Wh when currents may be anything up to the maximum. */
  static double relaxedShortfall(Instance instance) {
    return new Solver(instance, false).leastShortfall().orElseThrow();
  }

  /** The least shortfall in Wh; empty when that could not be proven in time. */
  static Optional<Double> exactShortfall(Instance instance) {
    return new Solver(instance, true).leastShortfall();
  }

  /** The least cost without missing more, currents up to the maximum. */
  static double relaxedCost(Instance instance, double shortfallWh) {
    Solver solver = new Solver(instance, false);
    Expression all = solver.model.addExpression().upper(shortfallWh);
    solver.missing.values().forEach(each -> all.set(each, 1));
    solver.addMoney();
    return solver.minimise().orElseThrow();
  }

  /** The highest sum of serve priorities of sessions that have their least current in a slot. */
  static double servedPriority(Instance instance, int slot) {
    Flows flows = new Flows(instance);
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<String, Expression> cells = new HashMap<>();
    for (LoadNode node : instance.nodes()) {
      for (int phase = 0; phase < 3; phase++) {
        double limit = Flows.limit(node, phase, slot) - flows.base(node, phase, slot);
        cells.put(
            node.id() + phase, model.addExpression().upper(Math.max(0, limit) / Flows.AMPERE));
      }
    }
    Solver names = new Solver(instance, false);
    for (LoadSession session : instance.sessions()) {
      boolean there = session.arrival() <= slot && slot < session.departure();
      double least = Math.ceilDiv(session.min(), instance.step()) * instance.step() / 10.0;
      if (there && least <= names.most(session)) {
        Variable served = model.newVariable(session.id()).binary().weight(session.servePriority());
        for (LoadNode node : instance.nodes()) {
          for (int phase = 0; phase < 3; phase++) {
            if (names.feeds(node, session) && names.loads(session, phase)) {
              Objects.requireNonNull(cells.get(node.id() + phase)).set(served, least);
            }
          }
        }
      }
    }
    return model.countVariables() == 0 ? 0 : model.maximise().getValue();
  }

  private Optional<Double> leastShortfall() {
    missing.values().forEach(each -> each.weight(1));
    return minimise();
  }

  private Optional<Double> minimise() {
    if (model.countVariables() == 0) {
      return Optional.of(0.0);
    }
    model.options.time_suffice = 10_000;
    model.options.time_abort = 10_000;
    Optimisation.Result result = model.minimise();
    return result.getState().isOptimal() ? Optional.of(result.getValue()) : Optional.empty();
  }

  private void addSession(LoadSession session) {
    Variable[] current = new Variable[instance.slots()];
    double most = most(session);
    Expression energy = model.addExpression().lower(session.energyWh());
    Variable short0 = model.newVariable("short " + session.id()).lower(0).upper(session.energyWh());
    energy.set(short0, 1);
    for (int slot = session.arrival(); slot < session.departure(); slot++) {
      current[slot] = model.newVariable(session.id() + "@" + slot).lower(0).upper(most);
      energy.set(current[slot], flows.phases(session) * instance.voltage() * instance.slotHours());
    }
    currents.put(session, current);
    missing.put(session, short0);
  }

  private double most(LoadSession session) {
    int most = Math.min(session.max(), flows.connector(session).max());
    int steps = most / instance.step() * instance.step();
    return steps < session.min() ? 0 : steps / 10.0;
  }

  private void addIntegers(LoadSession session) {
    Variable[] current = of(session);
    double most = most(session);
    int periods = session.maxPeriods() == null ? instance.maxPeriods() : session.maxPeriods();
    Expression changes = model.addExpression().upper(periods - 1);
    for (int slot = session.arrival(); slot < session.departure(); slot++) {
      Variable on = model.newVariable("on " + session.id() + "@" + slot).binary();
      model.addExpression().upper(0).set(current[slot], 1).set(on, -most);
      model.addExpression().lower(0).set(current[slot], 1).set(on, -session.min() / 10.0);
      if (slot > session.arrival()) {
        Variable change = model.newVariable("change " + session.id() + "@" + slot).binary();
        changes.set(change, 1);
        model
            .addExpression()
            .upper(0)
            .set(current[slot], 1)
            .set(current[slot - 1], -1)
            .set(change, -most);
        model
            .addExpression()
            .upper(0)
            .set(current[slot], -1)
            .set(current[slot - 1], 1)
            .set(change, -most);
      }
    }
  }

  private void addNode(LoadNode node) {
    List<LoadSession> below =
        instance.sessions().stream().filter(session -> feeds(node, session)).toList();
    for (int slot = 0; slot < instance.slots(); slot++) {
      double[] base = new double[3];
      for (int phase = 0; phase < 3; phase++) {
        base[phase] = flows.base(node, phase, slot) / (double) Flows.AMPERE;
        double limit = Flows.limit(node, phase, slot) / (double) Flows.AMPERE;
        addFlow(below, slot, phase, -1).upper(steps(Math.max(0, limit - base[phase])));
      }
      for (int p = 0; p < 2 && node.maxImbalance() != null; p++) {
        for (int q = p + 1; q < 3; q++) {
          double before = base[p] - base[q];
          double most = Math.max(node.maxImbalance() / 10.0, Math.abs(before));
          addFlow(below, slot, p, q).lower(-steps(most + before)).upper(steps(most - before));
        }
      }
    }
  }

  /** Currents are multiples of the step, and so are sums of them. */
  private double steps(double amperes) {
    double step = instance.step() / 10.0;
    return Math.floor(amperes / step + 1e-6) * step;
  }

  /** What flows on one phase, less what flows on another, when that is one. */
  private Expression addFlow(List<LoadSession> below, int slot, int phase, int less) {
    Expression flow = model.addExpression();
    for (LoadSession session : below) {
      if (slot >= session.arrival() && slot < session.departure()) {
        int factor = (loads(session, phase) ? 1 : 0) - (less >= 0 && loads(session, less) ? 1 : 0);
        flow.set(of(session)[slot], factor);
      }
    }
    return flow;
  }

  private void addMoney() {
    Tariff tariff = instance.tariff();
    LoadNode root = instance.nodes().getFirst();
    double hours = instance.slotHours();
    Variable peak = model.newVariable("peak").lower(0).weight(tariff.demandChargePerKw());
    for (int slot = 0; slot < instance.slots(); slot++) {
      double price = tariff.price(slot);
      Variable in = model.newVariable("in@" + slot).lower(0).weight(hours * price);
      Variable out =
          model.newVariable("out@" + slot).lower(0).weight(-hours * tariff.feedInPerKwh());
      model.addExpression().lower(0).set(peak, 1).set(in, -1);
      double kilowattsPerAmpere = instance.voltage() / 1000.0;
      double base = 0;
      for (int phase = 0; phase < 3; phase++) {
        base += flows.base(root, phase, slot) / (double) Flows.AMPERE * kilowattsPerAmpere;
      }
      Expression balance = model.addExpression().level(base).set(in, 1).set(out, -1);
      for (LoadSession session : instance.sessions()) {
        if (slot >= session.arrival() && slot < session.departure()) {
          balance.set(of(session)[slot], -flows.phases(session) * kilowattsPerAmpere);
        }
      }
    }
  }

  private boolean loads(LoadSession session, int phase) {
    String wires = flows.connector(session).rotation().name().substring(0, flows.phases(session));
    return wires.indexOf("RST".charAt(phase)) >= 0;
  }

  private boolean feeds(LoadNode node, LoadSession session) {
    String at = flows.connector(session).node();
    while (!at.equals(node.id())) {
      LoadNode here = find(at);
      if (here.parent() == null) {
        return false;
      }
      at = here.parent();
    }
    return true;
  }

  private LoadNode find(String id) {
    return instance.nodes().stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }

  private Variable[] of(LoadSession session) {
    Variable[] variables = currents.get(session);
    if (variables == null) {
      throw new IllegalArgumentException(session.id());
    }
    return variables;
  }
}
