package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Plan;
import java.util.List;

/**
 * A plan, and what is known about it.
 *
 * @param plan feasible, always: no node, phase, slot, minimum, step or number of periods is missed
 * @param sessions what each session can expect and why, in the order of the problem
 */
public record Planned(Plan plan, Figures figures, List<SessionPlan> sessions) {

  public Planned {
    sessions = List.copyOf(sessions);
  }
}
