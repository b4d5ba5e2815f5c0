package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Plan;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A finished draft as a plan with its figures. */
final class Report {

  private Report() {}

  static Planned of(Draft draft, double shortfallBound) {
    LoadTree tree = draft.tree;
    Map<String, List<Period>> schedules = new HashMap<>();
    double requested = 0;
    double shortfall = 0;
    double least = 1;
    double sum = 0;
    double squares = 0;
    int counted = 0;
    for (int i = 0; i < tree.sessions; i++) {
      LoadSession session = tree.instance.sessions().get(i);
      requested += session.energyWh();
      shortfall += tree.wattHours(i, draft.missing(i));
      if (tree.need[i] > 0) {
        double share = draft.delivered[i] / tree.need[i];
        least = Math.min(least, share);
        sum += share;
        squares += share * share;
        counted++;
      }
      if (draft.delivered[i] > 0) {
        schedules.put(session.id(), periods(tree.arrival[i], draft.current[i]));
      }
    }
    double jain = squares > 0 ? sum * sum / (counted * squares) : 1;
    double cost = cost(draft);
    Figures figures =
        new Figures(
            requested, shortfall, Math.min(shortfall, shortfallBound), cost, cost, least, jain);
    return new Planned(new Plan(schedules), figures);
  }

  private static List<Period> periods(int arrival, int[] current) {
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < current.length; i++) {
      if (i == 0 || current[i] != current[i - 1]) {
        periods.add(new Period(arrival + i, current[i]));
      }
    }
    return List.copyOf(periods);
  }

  /** Of the whole site's import over the horizon, base load included. */
  static double cost(Draft draft) {
    LoadTree tree = draft.tree;
    Tariff tariff = tree.instance.tariff();
    double[] load = importOf(draft);
    double cost = 0;
    double highest = 0;
    double hours = tree.instance.slotHours();
    for (int slot = 0; slot < tree.slots; slot++) {
      double kw = load[slot];
      cost += hours * (kw > 0 ? tariff.price(slot) * kw : tariff.feedInPerKwh() * kw);
      highest = Math.max(highest, kw);
    }
    return cost + tariff.demandChargePerKw() * highest;
  }

  /** In kW per slot. */
  static double[] importOf(Draft draft) {
    LoadTree tree = draft.tree;
    double[] tenths = new double[tree.slots];
    for (int phase = 0; phase < SiteCapacity.PHASES; phase++) {
      int from = tree.site.cell(tree.site.root(), phase) * tree.slots;
      for (int slot = 0; slot < tree.slots; slot++) {
        tenths[slot] += tree.site.base[from + slot];
      }
    }
    for (int i = 0; i < tree.sessions; i++) {
      for (int slot = 0; slot < draft.current[i].length; slot++) {
        tenths[tree.arrival[i] + slot] += (double) tree.phases[i] * draft.current[i][slot];
      }
    }
    double kw = tree.instance.voltage() / 10_000.0;
    for (int slot = 0; slot < tree.slots; slot++) {
      tenths[slot] *= kw;
    }
    return tenths;
  }
}
