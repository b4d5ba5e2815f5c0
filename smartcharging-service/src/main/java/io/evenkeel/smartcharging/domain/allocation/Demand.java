package io.evenkeel.smartcharging.domain.allocation;

/**
 * A session that wants current.
 *
 * @param connector its number in the site's tree
 * @param minimum least current it can be served with
 * @param maximum most current it, its cable and its charger stand
 * @param rank who is served first when not all can be
 */
public record Demand(int connector, int minimum, int maximum, Rank rank) {}
