package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A finished draft as a plan with its figures. */
final class Report {

  private Report() {}

  static Planned of(Draft draft, double shortfallBound, double costBound) {
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
    double cost = draft.bill.cost();
    Figures figures =
        new Figures(
            requested,
            shortfall,
            shortfallBound,
            cost,
            draft.bill.ofBase(),
            costBound,
            least,
            jain);
    Explanation explanation = new Explanation(draft);
    List<SessionPlan> sessions = new ArrayList<>();
    for (int i = 0; i < tree.sessions; i++) {
      sessions.add(explanation.of(i));
    }
    return new Planned(new Plan(schedules), figures, sessions);
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
}
