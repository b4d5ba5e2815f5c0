package io.evenkeel.smartcharging.domain.problem;

/**
 * From this slot of the horizon to the next period's, the last to the departure.
 *
 * @param limit in tenths of an ampere per phase
 */
public record Period(int start, int limit) {}
