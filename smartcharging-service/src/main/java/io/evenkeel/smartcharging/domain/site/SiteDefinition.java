package io.evenkeel.smartcharging.domain.site;

import java.util.List;

/**
 * A site as its operator described it. Sound when {@link SiteRules} finds nothing.
 *
 * @param voltage between a phase and neutral, in V; turns amperes into watts for chargers that know
 *     only watts
 */
public record SiteDefinition(
    String id, int voltage, SiteTerms terms, List<Node> nodes, List<Connector> connectors) {

  public SiteDefinition {
    nodes = List.copyOf(nodes);
    connectors = List.copyOf(connectors);
  }

  /** Planned as usual. */
  public SiteDefinition(String id, int voltage, List<Node> nodes, List<Connector> connectors) {
    this(id, voltage, SiteTerms.USUAL, nodes, connectors);
  }
}
