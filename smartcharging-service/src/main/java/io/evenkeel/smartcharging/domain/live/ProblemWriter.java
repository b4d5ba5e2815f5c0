package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * States a live site as a planning problem. Slot 0 is the current slot; everybody is there already;
 * a session's id is its connector's. What chargers may draw that nobody can tell anything is load
 * that nobody steers.
 *
 * <p>Slot 0 counts as a whole one although a part of it is over, so a session wants what it has got
 * in that part again. A departure counts as the end of the last slot that ends before it; one
 * beyond the horizon as its end.
 */
public final class ProblemWriter {

  private static final int STEP = 1;
  private static final int USUAL_PERIODS = 10;

  private final LiveSite site;
  private final Map<Integer, Double> moreWh;
  private final SiteTree tree;
  private final Outlook outlook;

  private ProblemWriter(LiveSite site, Map<Integer, Double> moreWh) {
    this.site = site;
    this.moreWh = moreWh;
    this.tree = site.tree();
    this.outlook = site.outlook();
  }

  public static Instance write(LiveSite site) {
    return write(site, Map.of());
  }

  /**
   * @param moreWh what sessions are to want beside, by the number of their connector
   */
  static Instance write(LiveSite site, Map<Integer, Double> moreWh) {
    return new ProblemWriter(site, moreWh).instance();
  }

  private Instance instance() {
    ZonedDateTime start = outlook.start().atZone(tree.definition().terms().timeZone());
    return new Instance(
        tree.definition().id(),
        outlook.slots(),
        (int) outlook.slot().toMinutes(),
        start.getHour() * 60 + start.getMinute(),
        tree.definition().voltage(),
        USUAL_PERIODS,
        STEP,
        nodes(),
        tree.definition().connectors().stream().map(ProblemWriter::connector).toList(),
        site.sessions().stream().filter(ProblemWriter::canCharge).map(this::session).toList(),
        site.tariff());
  }

  private List<LoadNode> nodes() {
    double[][] reserved = reserved();
    List<LoadNode> nodes = new ArrayList<>();
    List<Node> described = tree.definition().nodes();
    for (int i = 0; i < described.size(); i++) {
      Node node = described.get(i);
      nodes.add(
          new LoadNode(
              node.id(),
              node.parent(),
              node.kind(),
              limits(i * Phase.COUNT),
              base(i * Phase.COUNT, reserved),
              node.maxImbalance()));
    }
    return nodes;
  }

  private List<LimitFrom> limits(int cell) {
    int[][] limits = outlook.limits();
    List<LimitFrom> found = new ArrayList<>();
    for (int slot = 0; slot < outlook.slots(); slot++) {
      LimitFrom here =
          new LimitFrom(slot, limits[cell][slot], limits[cell + 1][slot], limits[cell + 2][slot]);
      if (found.isEmpty() || !isSame(found.getLast(), here)) {
        found.add(here);
      }
    }
    return found;
  }

  private static boolean isSame(LimitFrom one, LimitFrom other) {
    return one.l1() == other.l1() && one.l2() == other.l2() && one.l3() == other.l3();
  }

  private List<double[]> base(int cell, double[][] reserved) {
    List<double[]> base = new ArrayList<>();
    boolean any = false;
    for (int phase = 0; phase < Phase.COUNT; phase++) {
      double[] load = outlook.base()[cell + phase].clone();
      for (int slot = 0; slot < load.length; slot++) {
        load[slot] += reserved[cell + phase][slot];
        any |= load[slot] != 0;
      }
      base.add(load);
    }
    return any ? base : List.of();
  }

  /** Per cell, at the node of the connector alone: above it counts by itself. In A. */
  private double[][] reserved() {
    double[][] reserved = new double[tree.cells()][outlook.slots()];
    for (Map.Entry<Integer, int[]> each : site.reserved().entrySet()) {
      Connector connector = tree.connector(each.getKey());
      int[] cells = tree.cellsOf(each.getKey());
      for (int i = 0; i < connector.phases(); i++) {
        for (int slot = 0; slot < outlook.slots(); slot++) {
          reserved[cells[i]][slot] += each.getValue()[slot] / 10.0;
        }
      }
    }
    return reserved;
  }

  private static LoadConnector connector(Connector connector) {
    return new LoadConnector(
        connector.id(),
        connector.node(),
        connector.rotation(),
        connector.phases(),
        connector.maximum());
  }

  private static boolean canCharge(LiveSession session) {
    return session.maximum() >= session.minimum();
  }

  /**
   * What it got in the part of the current slot that is over: the problem counts that slot as a
   * whole one.
   */
  private double alreadyHad(LiveSession session, Connector connector) {
    double hours = Duration.between(outlook.start(), site.at()).toMillis() / 3_600_000.0;
    int phases = Math.min(session.phases(), connector.phases());
    return session.present() / 10.0 * phases * tree.definition().voltage() * Math.max(0, hours);
  }

  private LoadSession session(LiveSession session) {
    Connector connector = tree.connector(session.connector());
    Need need = Need.of(session, site.at());
    double guaranteed = connector.terms().guaranteedWh() - session.deliveredWh();
    return new LoadSession(
        connector.id(),
        connector.id(),
        session.phases(),
        session.minimum(),
        session.maximum(),
        0,
        Math.clamp(outlook.slotAt(need.departure()), 1, outlook.slots()),
        need.energyWh()
            + alreadyHad(session, connector)
            + moreWh.getOrDefault(session.connector(), 0.0),
        connector.terms().weight(),
        connector.terms().servePriority(),
        connector.terms().group(),
        Math.clamp(guaranteed, 0, need.energyWh()),
        session.maxPeriods());
  }
}
