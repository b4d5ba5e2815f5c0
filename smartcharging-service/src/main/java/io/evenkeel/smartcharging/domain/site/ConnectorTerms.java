package io.evenkeel.smartcharging.domain.site;

/**
 * How a connector stands beside others.
 *
 * @param weight its share above the minimum
 * @param group connectors of a higher group are served before those of a lower one
 * @param servePriority what serving it counts when not all can have their minimum
 * @param guaranteedWh so much comes as soon as possible after plugging in
 */
public record ConnectorTerms(double weight, int group, double servePriority, long guaranteedWh) {

  /** Like everybody. */
  public static final ConnectorTerms USUAL = new ConnectorTerms(1, 0, 1, 0);
}
