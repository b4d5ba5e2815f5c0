package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as it is now.
 *
 * @param at the moment
 * @param underControl no limit can be exceeded, whatever the chargers do
 */
public record SiteStatus(
    Instant at, boolean underControl, List<NodeStatus> nodes, List<ConnectorStatus> connectors) {

  public SiteStatus {
    nodes = List.copyOf(nodes);
    connectors = List.copyOf(connectors);
  }

  /**
   * Currents on L1, L2, L3.
   *
   * @param worst the most that may be drawn, in tenths of an ampere
   * @param desired what the running transactions are to get, in tenths of an ampere
   * @param measured what the connectors were last seen drawing, in A
   */
  public record NodeStatus(
      Node node, List<Integer> worst, List<Integer> desired, List<BigDecimal> measured) {}

  /**
   * A connector.
   *
   * @param session the running transaction
   * @param desiredTx null without a transaction that takes part
   * @param reason why desiredTx is not more; null when it is not part of the allocation
   * @param converged what the charger confirmed is what is desired, and nothing is under way
   */
  public record ConnectorStatus(
      Connector connector,
      Standing standing,
      @Nullable Session session,
      @Nullable ChargePointStatus status,
      int desiredDefault,
      @Nullable Integer desiredTx,
      Exposure exposure,
      boolean converged,
      @Nullable Measured measured,
      @Nullable Reason reason) {}
}
