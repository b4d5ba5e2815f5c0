package io.evenkeel.smartcharging.domain.site;

/**
 * A connector's place in a site.
 *
 * @param id its name in the site, unique there
 * @param node id of the node that feeds it
 * @param phases 1 to 3: how many of its phases are wired; it loads the first so many of its
 *     rotation
 * @param maximum what it can draw per phase when nothing limits it
 * @param terms how it stands beside others
 */
public record Connector(
    String id,
    ConnectorKey key,
    String node,
    Rotation rotation,
    int phases,
    int maximum,
    ConnectorTerms terms) {

  /** Like everybody. */
  public Connector(
      String id, ConnectorKey key, String node, Rotation rotation, int phases, int maximum) {
    this(id, key, node, rotation, phases, maximum, ConnectorTerms.USUAL);
  }
}
