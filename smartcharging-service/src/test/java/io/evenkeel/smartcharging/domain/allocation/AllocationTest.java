package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sites that can be reckoned by hand. Currents in tenths of an ampere. */
class AllocationTest {

  private static final Duration TURN = Duration.ofMinutes(15);
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void whatACarLeavesAtItsMaximumGoesToTheOthers() {
    SiteTree site = panel(300, 3);

    assertShares(site, List.of(demand(0, 80, Rank.ORDINARY), demand(1), demand(2)), 80, 110, 110);
  }

  @Test
  void aWeightOfTwoGetsTwiceAsMuchAboveTheMinima() {
    SiteTree site = panel(300, 3);

    assertShares(site, List.of(weighing(0, 2), weighing(1, 1), weighing(2, 1)), 150, 75, 75);
    assertShares(
        panel(220, 3), List.of(weighing(0, 2), weighing(1, 1), weighing(2, 1)), 100, 60, 60);
  }

  // section 3.1 of the design: a three-phase car against one-phase cars
  @Test
  void threeOnePhaseCarsAreServedInsteadOfOneOnThreePhases() {
    SiteTree site = panel(70, 4);
    List<Demand> demands = List.of(onPhases(3, 0), onPhases(1, 1), onPhases(1, 2), onPhases(1, 3));

    assertShares(site, demands, 0, 70, 70, 70);
  }

  @Test
  void aThreePhaseCarThatCountsForMoreThanThreeIsServed() {
    SiteTree site = panel(70, 4);
    Demand important = new Demand(0, 3, 60, 320, 1, new Rank(0, 3.5, false, 0));

    assertShares(
        site, List.of(important, onPhases(1, 1), onPhases(1, 2), onPhases(1, 3)), 70, 0, 0, 0);
  }

  @Test
  void aHigherGroupHasAllItWantsBeforeALowerOneGetsAnything() {
    SiteTree site = panel(400, 3);
    Rank first = new Rank(1, 1, false, 0);

    assertShares(site, List.of(demand(0, 160, first), demand(1), demand(2)), 160, 120, 120);
    assertShares(panel(200, 3), List.of(demand(0, 160, first), demand(1), demand(2)), 160, 0, 0);
    assertEquals(
        new Reason.Behind("panel", Phase.L1),
        Allocation.of(
                panel(200, 3), panel(200, 3).limits(), List.of(demand(0, 160, first), demand(1)))
            .reason(1));
  }

  @Test
  void whoIsInTurnKeepsItsMinimumFromAHigherGroup() {
    SiteTree site = panel(200, 2);
    Demand inTurn = demand(0, 320, new Rank(0, 1, true, 0));
    Demand higher = demand(1, 320, new Rank(1, 100, false, 0));

    assertShares(site, List.of(inTurn, higher), 60, 140);
  }

  @Test
  void theLongestWaitingIsServedFirst() {
    SiteTree site = panel(70, 3);

    assertShares(
        site,
        List.of(
            demand(0, 320, waitingFor(10)),
            demand(1, 320, waitingFor(12)),
            demand(2, 320, waitingFor(11))),
        0,
        70,
        0);
  }

  @Test
  void aCarOnThreePhasesWaitsNoLongerThanItsTurnsAreWorth() {
    SiteTree site = panel(70, 4);
    List<Demand> others = new ArrayList<>();
    for (int i = 1; i < 4; i++) {
      others.add(new Demand(i, 1, 60, 320, 1, servedFor(20)));
    }

    assertShares(site, with(new Demand(0, 3, 60, 320, 1, waitingFor(14)), others), 0, 70, 70, 70);
    assertShares(site, with(new Demand(0, 3, 60, 320, 1, waitingFor(30)), others), 70, 0, 0, 0);
  }

  @Test
  void aTurnThatIsNotOverIsNotBrokenByWhoeverWaits() {
    SiteTree site = panel(70, 2);

    assertShares(
        site, List.of(demand(0, 320, servedFor(14)), demand(1, 320, waitingFor(600))), 70, 0);
    assertShares(
        site, List.of(demand(0, 320, servedFor(15)), demand(1, 320, waitingFor(600))), 0, 70);
  }

  @Test
  void theReasonSaysWhatBinds() {
    SiteTree site = panel(200, 5);
    List<Demand> demands =
        List.of(
            demand(0, 62, Rank.ORDINARY),
            demand(1),
            demand(2),
            demand(3, 320, new Rank(0, 0.5, false, 0)),
            demand(4, 50, Rank.ORDINARY));

    Allocation allocation = Allocation.of(site, site.limits(), demands);

    assertEquals(new Reason.ConnectorMaximum(), allocation.reason(0));
    assertEquals(new Reason.NodeFull("panel", Phase.L1), allocation.reason(1));
    assertEquals(new Reason.Waiting("panel", Phase.L3), allocation.reason(3));
    assertEquals(new Reason.MaximumBelowMinimum(), allocation.reason(4));
    assertNull(Allocation.of(site, site.limits(), List.of()).reason(0));
  }

  @Test
  void whoCountsForNothingIsServedWhereNobodyMinds() {
    Demand nothing = demand(0, 320, new Rank(0, 0, false, 0));

    assertShares(panel(150, 2), List.of(nothing, demand(1)), 75, 75);
    assertShares(panel(100, 2), List.of(nothing, demand(1)), 0, 100);
  }

  @Test
  void aCapacityBelowNothingIsNothing() {
    SiteTree site = panel(200, 1);

    Allocation allocation = Allocation.of(site, new int[] {-10, -10, -10}, List.of(demand(0)));

    assertEquals(0, allocation.limit(0));
  }

  private static void assertShares(SiteTree site, List<Demand> demands, int... expected) {
    Allocation allocation = Allocation.of(site, site.limits(), demands);
    int[] limits = new int[site.connectors()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = allocation.limit(i);
    }
    assertArrayEquals(expected, limits);
  }

  private static Rank waitingFor(int minutes) {
    return Rank.of(false, NOON.minus(Duration.ofMinutes(minutes)), TURN, NOON);
  }

  private static Rank servedFor(int minutes) {
    return Rank.of(true, NOON.minus(Duration.ofMinutes(minutes)), TURN, NOON);
  }

  private static Demand demand(int connector) {
    return demand(connector, 320, Rank.ORDINARY);
  }

  private static Demand demand(int connector, int maximum, Rank rank) {
    return new Demand(connector, 60, maximum, rank);
  }

  private static Demand weighing(int connector, double weight) {
    return new Demand(connector, 3, 60, 320, weight, Rank.ORDINARY);
  }

  private static Demand onPhases(int phases, int connector) {
    return new Demand(connector, phases, 60, 320, 1, Rank.ORDINARY);
  }

  private static List<Demand> with(Demand one, List<Demand> others) {
    List<Demand> all = new ArrayList<>(others);
    all.add(one);
    return all;
  }

  /** Connectors of one panel; the phase that comes first is another one for each in turn. */
  private static SiteTree panel(int limit, int connectors) {
    List<Connector> all = new ArrayList<>();
    Rotation[] turned = {Rotation.TRS, Rotation.RST, Rotation.STR};
    for (int i = 0; i < connectors; i++) {
      String name = "CP" + i;
      ConnectorKey key = new ConnectorKey(name, 1);
      all.add(new Connector(name, key, "panel", turned[i % 3], 3, 320));
    }
    Node panel = new Node("panel", null, "PANEL", PhaseLimits.even(limit));
    return SiteTree.of(new SiteDefinition("site", 230, List.of(panel), all));
  }
}
