package io.evenkeel.smartcharging.domain.planning;

import io.evenkeel.smartcharging.domain.problem.Plan;

/**
 * A plan, and what is known about it.
 *
 * @param plan feasible, always: no node, phase, slot, minimum, step or number of periods is missed
 */
public record Planned(Plan plan, Figures figures) {}
