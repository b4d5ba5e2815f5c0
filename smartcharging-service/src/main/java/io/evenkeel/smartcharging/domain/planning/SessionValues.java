package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.TreeSet;

/** What a unit of energy of a session counts when not all can have theirs. */
final class SessionValues {

  /** A higher group's energy counts so many times that of the next lower one. */
  private static final double GROUP = 8;

  private SessionValues() {}

  static double[] of(Instance instance) {
    TreeSet<Integer> groups = new TreeSet<>();
    instance.sessions().forEach(session -> groups.add(session.group()));
    double[] values = new double[instance.sessions().size()];
    for (int i = 0; i < values.length; i++) {
      LoadSession session = instance.sessions().get(i);
      int rank = Math.min(6, groups.headSet(session.group()).size());
      double priority = session.servePriority() > 0 ? session.servePriority() : 1;
      values[i] = Math.pow(GROUP, rank) * Math.clamp(priority, 0.25, 4);
    }
    return values;
  }
}
