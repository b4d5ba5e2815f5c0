package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Phase;

/**
 * A session that wants current.
 *
 * @param connector its number in the site's tree
 * @param phases how many of the connector's phases it loads, the first ones; no more than are wired
 *     count
 * @param minimum least current it can be served with: more than 0
 * @param maximum most current it, its cable and its charger stand
 * @param weight its share beside others, above the minimum: more than 0
 * @param rank who is served first when not all can be
 */
public record Demand(
    int connector, int phases, int minimum, int maximum, double weight, Rank rank) {

  public Demand {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight must be more than 0, not " + weight);
    }
    if (phases < 1 || minimum < 1) {
      throw new IllegalArgumentException(phases + " phases, " + minimum + " tenths at least");
    }
  }

  /** On all phases that are wired, with an equal share. */
  public Demand(int connector, int minimum, int maximum, Rank rank) {
    this(connector, Phase.COUNT, minimum, maximum, 1, rank);
  }
}
