package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.allocation.Reason;
import io.evenkeel.smartcharging.domain.forecast.LeastCurrent;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as it is now.
 *
 * @param at the moment
 * @param wall by which people there tell the time
 * @param underControl no limit can be exceeded from now on, whatever the chargers do
 * @param planRefused where the courses that were planned exceed a node, so that they are not
 *     followed; null when they are, or there are none
 */
public record SiteStatus(
    Instant at,
    WallClock wall,
    boolean underControl,
    @Nullable String planRefused,
    List<NodeStatus> nodes,
    List<ConnectorStatus> connectors) {

  public SiteStatus {
    nodes = List.copyOf(nodes);
    connectors = List.copyOf(connectors);
  }

  /**
   * Currents on L1, L2, L3.
   *
   * @param limit in force now, base load and charging together, in tenths of an ampere
   * @param until when the limit is another one; null: not within the horizon
   * @param room what it may carry for charging now, in tenths of an ampere
   * @param worst the most that may be drawn now, in tenths of an ampere
   * @param exceededFrom from when on more may be drawn than it may carry; null: at no time
   * @param desired what the running transactions are to get, in tenths of an ampere
   * @param measured what the connectors were last seen drawing, in A
   */
  public record NodeStatus(
      Node node,
      List<Integer> limit,
      @Nullable Instant until,
      List<Integer> room,
      List<Integer> worst,
      @Nullable Instant exceededFrom,
      List<Integer> desired,
      List<BigDecimal> measured) {

    /** Whether more may be drawn than it may carry, now or later. */
    public boolean exceeded() {
      return exceededFrom != null;
    }
  }

  /**
   * A connector.
   *
   * @param session the running transaction
   * @param desiredTx what it is to get now; null without a transaction that takes part
   * @param desired as above, over time
   * @param learned what the charge point taught about itself
   * @param phasesUsed how many phases, the first ones, its car is known to use; null without a
   *     transaction that takes part
   * @param readBack what the charge point read back wrong; null: nothing
   * @param least what its car was seen to need
   * @param disobeys how it draws, or reads back, more than it holds; null: it obeys
   * @param mayDraw the most it may draw now, in tenths of an ampere
   * @param reason why desiredTx is not more; null when it is not part of the allocation
   * @param lag how what it holds or may draw differs from what is desired; null: it does not
   * @param converged what the charger confirmed is what is desired, and nothing is under way
   */
  public record ConnectorStatus(
      Connector connector,
      Standing standing,
      @Nullable Session session,
      @Nullable ChargePointStatus status,
      int desiredDefault,
      @Nullable Integer desiredTx,
      @Nullable Course desired,
      @Nullable Integer phasesUsed,
      Learned learned,
      @Nullable String readBack,
      LeastCurrent least,
      @Nullable String disobeys,
      int mayDraw,
      Exposure exposure,
      boolean converged,
      @Nullable Measured measured,
      @Nullable Reason reason,
      @Nullable Lag lag) {}
}
