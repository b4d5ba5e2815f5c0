package io.evenkeel.smartcharging.domain.problem;

import org.jspecify.annotations.Nullable;

/**
 * A car that wants energy. Its current is 0 or between min and the smaller of max and the
 * connector's, in tenths of an ampere, the same on each of the first min(evPhases, wired) phases.
 *
 * @param connector id of its connector
 * @param arrival first slot in which it can charge
 * @param departure the slot before which it must be done
 * @param energyWh what it wants
 * @param weight its share beside others, above the minimum
 * @param servePriority what serving it counts when not all can have their minimum
 * @param group sessions of a higher group are served before those of a lower one; 0 usually
 * @param guaranteedWh so much of the energy comes as soon as possible, before anybody's comfort
 * @param maxPeriods most periods its charger stands; null: as the problem says
 */
public record LoadSession(
    String id,
    String connector,
    int evPhases,
    int min,
    int max,
    int arrival,
    int departure,
    double energyWh,
    double weight,
    double servePriority,
    int group,
    double guaranteedWh,
    @Nullable Integer maxPeriods) {}
