package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.TreeSet;

/** What a unit of energy of a session counts when not all can have theirs. */
final class SessionValues {

  /** As a price, a higher group's energy is worth so many times that of the next lower one. */
  private static final double GROUP = 8;

  /** When plans are compared it counts more: a Wh outweighs whatever kWh one could get for it. */
  private static final double STRICT = 1_000;

  /** All groups together span no more, so that sums of energy keep their digits. */
  private static final double SPAN = 1e9;

  private SessionValues() {}

  /** For prices, that a fluid can follow. Priorities count less than groups do. */
  static double[] of(Instance instance) {
    return values(instance, GROUP, 6, groups(instance) > 1 ? 0.5 : 1);
  }

  /** For comparing plans. */
  static double[] strict(Instance instance) {
    double factor = Math.min(STRICT, Math.pow(SPAN, 1.0 / Math.max(1, groups(instance) - 1)));
    return values(instance, Math.max(GROUP, factor), 9, 1);
  }

  private static long groups(Instance instance) {
    return instance.sessions().stream().mapToInt(LoadSession::group).distinct().count();
  }

  private static double[] values(Instance instance, double factor, int highest, double exponent) {
    TreeSet<Integer> groups = new TreeSet<>();
    instance.sessions().forEach(session -> groups.add(session.group()));
    double[] values = new double[instance.sessions().size()];
    for (int i = 0; i < values.length; i++) {
      LoadSession session = instance.sessions().get(i);
      int rank = Math.min(highest, groups.headSet(session.group()).size());
      double priority = session.servePriority() > 0 ? session.servePriority() : 1;
      values[i] = Math.pow(factor, rank) * Math.pow(Math.clamp(priority, 0.25, 4), exponent);
    }
    return values;
  }
}
