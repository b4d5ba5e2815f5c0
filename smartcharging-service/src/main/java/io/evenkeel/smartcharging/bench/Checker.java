package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.bench.Breach.Rule;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a plan against the problem statement, slot by slot, in whole numbers, with nothing of what
 * made the plan.
 */
public final class Checker {

  /** Base loads are rounded to a millionth of an ampere; sums of them may be off by so much. */
  private static final long HAIR = Flows.AMPERE / 10_000;

  private final Instance instance;
  private final Flows flows;
  private final List<Breach> breaches = new ArrayList<>();

  private Checker(Instance instance) {
    this.instance = instance;
    this.flows = new Flows(instance);
  }

  /** The schedules of all sessions over the horizon. */
  public static Audit check(Instance instance, Plan plan) {
    Checker checker = new Checker(instance);
    Set<String> unknown = new HashSet<>(plan.schedules().keySet());
    Map<String, Double> delivered = new HashMap<>();
    for (LoadSession session : instance.sessions()) {
      unknown.remove(session.id());
      List<Period> schedule = plan.schedules().getOrDefault(session.id(), List.of());
      checker.checkPeriods(session, schedule);
      long drawn = 0;
      for (int slot = 0; slot < instance.slots(); slot++) {
        drawn += checker.draw(session, slot, current(session, schedule, slot));
      }
      delivered.put(session.id(), checker.delivered(session, drawn));
    }
    unknown.forEach(id -> checker.note(Rule.SESSION, "there is no session " + id));
    return checker.audit(delivered, 0, instance.slots());
  }

  /** One slot's currents in tenths of an ampere; sessions that are not named get nothing. */
  public static Audit check(Instance instance, int slot, Map<String, Integer> allocation) {
    Checker checker = new Checker(instance);
    Set<String> unknown = new HashSet<>(allocation.keySet());
    Map<String, Double> delivered = new HashMap<>();
    for (LoadSession session : instance.sessions()) {
      unknown.remove(session.id());
      long drawn = checker.draw(session, slot, allocation.getOrDefault(session.id(), 0));
      delivered.put(session.id(), checker.delivered(session, drawn));
    }
    unknown.forEach(id -> checker.note(Rule.SESSION, "there is no session " + id));
    return checker.audit(delivered, slot, slot + 1);
  }

  private void checkPeriods(LoadSession session, List<Period> schedule) {
    if (schedule.isEmpty()) {
      return;
    }
    int most = session.maxPeriods() == null ? instance.maxPeriods() : session.maxPeriods();
    if (schedule.size() > most) {
      note(Rule.PERIODS, "%s has %d, not %d".formatted(session.id(), schedule.size(), most));
    }
    if (schedule.getFirst().start() > session.arrival()) {
      note(Rule.STAY, session.id() + " has no period at its arrival");
    }
    for (int i = 0; i < schedule.size(); i++) {
      if (i > 0 && schedule.get(i).start() <= schedule.get(i - 1).start()) {
        note(Rule.PERIODS, "%s: period %d does not begin later".formatted(session.id(), i));
      }
      int start = schedule.get(i).start();
      if (start < 0 || start >= Math.max(session.departure(), session.arrival() + 1)) {
        note(Rule.STAY, "%s: period %d begins at %d".formatted(session.id(), i, start));
      }
    }
  }

  /** What the schedule says of a slot, which is nothing outside the stay. */
  private static int current(LoadSession session, List<Period> schedule, int slot) {
    int current = 0;
    if (slot >= session.arrival() && slot < session.departure()) {
      for (Period period : schedule) {
        if (period.start() <= slot) {
          current = period.limit();
        }
      }
    }
    return current;
  }

  private long draw(LoadSession session, int slot, int tenths) {
    if (tenths == 0) {
      return 0;
    }
    String where = "%s in slot %d: %d tenths".formatted(session.id(), slot, tenths);
    if (tenths < session.min()) {
      note(Rule.MINIMUM, where + ", at least " + session.min());
    }
    int most = Math.min(session.max(), flows.connector(session).max());
    if (tenths > most) {
      note(Rule.MAXIMUM, where + ", at most " + most);
    }
    if (tenths % instance.step() != 0) {
      note(Rule.STEP, where + ", in steps of " + instance.step());
    }
    if (slot < session.arrival() || slot >= session.departure()) {
      note(Rule.STAY, where + ", while it is not there");
    }
    flows.draw(session, slot, tenths);
    return (long) tenths * flows.phases(session);
  }

  private double delivered(LoadSession session, long tenthsOnPhases) {
    double wattHours = tenthsOnPhases * instance.voltage() * (double) instance.slotMinutes() / 600;
    return Math.min(session.energyWh(), wattHours);
  }

  private Audit audit(Map<String, Double> delivered, int from, int to) {
    for (LoadNode node : instance.nodes()) {
      for (int slot = from; slot < to; slot++) {
        checkLimits(node, slot);
        checkImbalance(node, slot);
      }
    }
    double requested = 0;
    double shortfall = 0;
    double least = 1;
    for (LoadSession session : instance.sessions()) {
      double got = delivered.getOrDefault(session.id(), 0.0);
      requested += session.energyWh();
      shortfall += session.energyWh() - got;
      least = session.energyWh() == 0 ? least : Math.min(least, got / session.energyWh());
    }
    Bill bill = Bill.of(instance, flows, from, to);
    return new Audit(breaches, requested, delivered, shortfall, bill.cost(), bill.peakKw(), least);
  }

  private void checkLimits(LoadNode node, int slot) {
    for (int phase = 0; phase < 3; phase++) {
      long capacity = Math.max(0, Flows.limit(node, phase, slot) - flows.base(node, phase, slot));
      long load = flows.charging(node, phase, slot);
      if (load > capacity + HAIR) {
        note(
            Rule.NODE,
            "%s on L%d in slot %d: %s A, capacity %s A"
                .formatted(node.id(), phase + 1, slot, amperes(load), amperes(capacity)));
      }
    }
  }

  private void checkImbalance(LoadNode node, int slot) {
    Integer allowed = node.maxImbalance();
    if (allowed == null) {
      return;
    }
    for (int p = 0; p < 2; p++) {
      for (int q = p + 1; q < 3; q++) {
        long before = flows.base(node, p, slot) - flows.base(node, q, slot);
        long after = before + flows.charging(node, p, slot) - flows.charging(node, q, slot);
        long most = Math.max(allowed * Flows.TENTH, Math.abs(before));
        if (Math.abs(after) > most + HAIR) {
          note(
              Rule.IMBALANCE,
              "%s, L%d and L%d in slot %d: %s A, at most %s A"
                  .formatted(node.id(), p + 1, q + 1, slot, amperes(after), amperes(most)));
        }
      }
    }
  }

  private static String amperes(long millionths) {
    return Double.toString(millionths / (double) Flows.AMPERE);
  }

  private void note(Rule rule, String what) {
    breaches.add(new Breach(rule, what));
  }
}
