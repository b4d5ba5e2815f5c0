package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site in the API: {@code nodes} and {@code connectors} as in {@code load-tree-instance/1}, with
 * the charge point behind each connector.
 *
 * @param status where to see how it is
 */
public record SiteDocument(
    String id,
    int voltage,
    List<NodeDocument> nodes,
    List<ConnectorDocument> connectors,
    String status) {

  /**
   * A node.
   *
   * @param limits from a slot on; for now one, from slot 0
   */
  public record NodeDocument(
      String id, @Nullable String parent, String kind, List<LimitDocument> limits) {}

  /**
   * A limit.
   *
   * @param a amperes on L1, L2, L3
   */
  public record LimitDocument(int slot, List<BigDecimal> a) {}

  /** A connector. */
  public record ConnectorDocument(
      String id,
      String chargePoint,
      int connectorId,
      String node,
      String rotation,
      int phases,
      BigDecimal maxA) {}

  static SiteDocument of(SiteDefinition site) {
    return new SiteDocument(
        site.id(),
        site.voltage(),
        site.nodes().stream().map(SiteDocument::of).toList(),
        site.connectors().stream().map(SiteDocument::of).toList(),
        "/api/sites/" + site.id() + "/status");
  }

  private static NodeDocument of(Node node) {
    List<BigDecimal> limits =
        Arrays.stream(Phase.values()).map(phase -> Amperes.of(node.limits().on(phase))).toList();
    return new NodeDocument(
        node.id(), node.parent(), node.kind(), List.of(new LimitDocument(0, limits)));
  }

  private static ConnectorDocument of(Connector connector) {
    return new ConnectorDocument(
        connector.id(),
        connector.key().chargePoint(),
        connector.key().connectorId(),
        connector.node(),
        connector.rotation().name(),
        connector.phases(),
        Amperes.of(connector.maximum()));
  }
}
