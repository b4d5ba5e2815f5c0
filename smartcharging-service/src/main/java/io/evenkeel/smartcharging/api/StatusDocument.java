package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.control.Measured;
import io.evenkeel.smartcharging.domain.control.Session;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.control.SiteStatus.ConnectorStatus;
import io.evenkeel.smartcharging.domain.control.SiteStatus.NodeStatus;
import io.evenkeel.smartcharging.domain.control.Standing;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.steering.PlanOffice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site as it is now. Lists of three are amperes on L1, L2, L3.
 *
 * @param underControl no limit can be exceeded, whatever the chargers do
 * @param message what it means when not; absent when all is well
 * @param converged every charger confirmed what is desired
 * @param plan how it stands with the plan
 */
public record StatusDocument(
    String id,
    Instant at,
    boolean underControl,
    @Nullable String message,
    boolean converged,
    PlanDocument.StateDocument plan,
    List<NodeDocument> nodes,
    List<ConnectorDocument> connectors) {

  /**
   * A node.
   *
   * @param limitA in force now: what daily limits and signals leave
   * @param limitUntil when it is another one; absent when that is not within the horizon
   * @param forChargingA what the base load leaves of it
   * @param mayBeDrawnA the most that may be drawn, with all that chargers may still hold
   * @param desiredA what the running transactions are to get together
   * @param measuredA what they were last seen drawing
   * @param exceeded more may be drawn than the limit, now or later
   * @param exceededFrom from when on; absent when that is not so
   */
  public record NodeDocument(
      String id,
      @Nullable String parent,
      String kind,
      List<BigDecimal> limitA,
      @Nullable Instant limitUntil,
      List<BigDecimal> forChargingA,
      List<BigDecimal> mayBeDrawnA,
      List<BigDecimal> desiredA,
      List<BigDecimal> measuredA,
      boolean exceeded,
      @Nullable Instant exceededFrom) {}

  /**
   * A connector. Amperes are per phase.
   *
   * @param standing IDLE, CHARGING, REPLAYED, OFFLINE, SILENT, BY_HAND or UNCONTROLLED
   * @param phasesUsed how many of its phases, the first ones, the car is known to use: all that are
   *     wired until it has shown that it uses fewer; absent without a transaction that takes part
   * @param mayDrawA the most it may still draw, on its busiest phase
   * @param converged the charger confirmed what is desired
   */
  public record ConnectorDocument(
      String id,
      String chargePoint,
      int connectorId,
      String node,
      String standing,
      @Nullable String status,
      @Nullable Integer transactionId,
      @Nullable Integer phasesUsed,
      DesiredDocument desired,
      AppliedDocument applied,
      BigDecimal mayDrawA,
      boolean converged,
      @Nullable MeasuredDocument measured,
      ConductDocument conduct,
      WhyDocument why) {}

  /**
   * What the charger is to hold.
   *
   * @param limitA for the running transaction; absent without one
   * @param defaultA for a car that comes
   */
  public record DesiredDocument(@Nullable BigDecimal limitA, BigDecimal defaultA) {}

  /**
   * What the charger confirmed; absent while that is not known.
   *
   * @param unconfirmed something is under way, or its fate is not known
   */
  public record AppliedDocument(
      @Nullable BigDecimal limitA, @Nullable BigDecimal defaultA, boolean unconfirmed) {}

  /**
   * What was measured.
   *
   * @param currentA per phase of the connector
   */
  public record MeasuredDocument(Instant at, List<@Nullable BigDecimal> currentA) {}

  static StatusDocument of(String id, PlanOffice.View view) {
    SiteStatus status = view.status();
    Map<Integer, PlanWhy> planned = PlanView.reasons(view);
    return new StatusDocument(
        id,
        status.at(),
        status.underControl(),
        status.underControl() ? null : exceeded(status),
        status.connectors().stream().allMatch(ConnectorStatus::converged),
        PlanView.state(view.state(), status),
        status.nodes().stream().map(StatusDocument::of).toList(),
        status.connectors().stream().map(one -> of(one, planned, status)).toList());
  }

  private static String exceeded(SiteStatus status) {
    return "More may be drawn than "
        + status.nodes().stream()
            .filter(NodeStatus::exceeded)
            .findFirst()
            .map(node -> where(node, status))
            .orElse("a node carries")
        + ": only decreases are sent until chargers have confirmed lower limits";
  }

  private static String where(NodeStatus node, SiteStatus status) {
    Instant from = node.exceededFrom();
    return node.node().id()
        + " carries"
        + (from == null || !from.isAfter(status.at())
            ? ""
            : " from " + status.wall().words(from, status.at()) + " on");
  }

  private static NodeDocument of(NodeStatus node) {
    return new NodeDocument(
        node.node().id(),
        node.node().parent(),
        node.node().kind(),
        amperes(node.limit()),
        node.until(),
        amperes(node.room()),
        amperes(node.worst()),
        amperes(node.desired()),
        node.measured(),
        node.exceeded(),
        node.exceededFrom());
  }

  private static List<BigDecimal> amperes(List<Integer> tenths) {
    return tenths.stream().map(Amperes::of).toList();
  }

  private static ConnectorDocument of(
      ConnectorStatus one, Map<Integer, PlanWhy> planned, SiteStatus status) {
    Session session = one.session();
    Measured measured = one.measured();
    return new ConnectorDocument(
        one.connector().id(),
        one.connector().key().chargePoint(),
        one.connector().key().connectorId(),
        one.connector().node(),
        one.standing().name(),
        one.status() == null ? null : one.status().name(),
        session == null ? null : session.transactionId(),
        one.phasesUsed(),
        new DesiredDocument(
            one.desiredTx() == null ? null : Amperes.of(one.desiredTx()),
            Amperes.of(one.desiredDefault())),
        applied(one.exposure(), status.at()),
        Amperes.of(one.mayDraw()),
        one.converged(),
        measured == null ? null : new MeasuredDocument(measured.at(), measured.currentA()),
        ConductDocument.of(one),
        why(one, planned).but(LagDocument.of(one.lag(), status.wall(), status.at())));
  }

  /** The plan's word where it is in force for the running transaction. */
  private static WhyDocument why(ConnectorStatus one, Map<Integer, PlanWhy> planned) {
    Session session = one.session();
    PlanWhy why =
        session == null || one.standing() != Standing.CHARGING || WhyDocument.disobeys(one)
            ? null
            : planned.get(session.transactionId());
    return why == null ? WhyDocument.of(one) : why.brief();
  }

  private static AppliedDocument applied(Exposure exposure, Instant at) {
    Held ofDefault = exposure.ofDefault();
    HeldCourse ofTransaction = exposure.ofTransaction();
    return new AppliedDocument(
        ofTransaction == null || !ofTransaction.confirmed()
            ? null
            : Amperes.of(ofTransaction.high().at(at)),
        ofDefault.confirmed() ? Amperes.of(ofDefault.low()) : null,
        !ofDefault.confirmed() || (ofTransaction != null && !ofTransaction.confirmed()));
  }
}
