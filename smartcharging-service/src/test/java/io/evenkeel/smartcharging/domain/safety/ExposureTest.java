package io.evenkeel.smartcharging.domain.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {

  private static final Exposure MANAGED =
      Exposure.unmanaged(320).accepted(new Change.OfDefault(100));

  private static Change tx(int limit) {
    return new Change.OfTransaction(7, limit);
  }

  @Test
  void aChargerThatWasNeverGivenAProfileDrawsItsMaximum() {
    assertEquals(320, Exposure.unmanaged(320).worst());
    assertEquals(320, Exposure.unmanaged(320).least(tx(0)));
    assertFalse(Exposure.unmanaged(320).isManaged());
  }

  @Test
  void aDefaultCountsWhenItIsConfirmed() {
    Exposure sent = Exposure.unmanaged(320).sending(new Change.OfDefault(100));

    assertEquals(320, sent.worst());
    assertEquals(100, sent.least(tx(0)));
    assertEquals(100, sent.accepted(new Change.OfDefault(100)).worst());
  }

  @Test
  void anIncreaseCountsFromTheMomentItIsSent() {
    Exposure sent = MANAGED.sending(tx(200));

    assertEquals(200, sent.worst());
    assertEquals(100, sent.least(tx(0)));
  }

  @Test
  void aDecreaseCountsWhenItIsConfirmed() {
    Exposure high = MANAGED.accepted(tx(200));

    assertEquals(200, high.sending(tx(120)).worst());
    assertEquals(120, high.sending(tx(120)).least(tx(0)));
    assertEquals(120, high.sending(tx(120)).accepted(tx(120)).worst());
  }

  @Test
  void theDefaultCountsBesideALowerLimitOfTheTransaction() {
    assertEquals(100, MANAGED.accepted(tx(60)).worst());
  }

  @Test
  void whatTimedOutCountsUntilALaterOneIsConfirmed() {
    Exposure timedOut = MANAGED.accepted(tx(150)).sending(tx(200));

    Exposure again = timedOut.sending(tx(120));

    assertEquals(200, again.worst());
    assertEquals(120, again.accepted(tx(120)).worst());
  }

  @Test
  void whatWasRefusedCountsNoMore() {
    Exposure before = MANAGED.accepted(tx(150));

    assertEquals(before, before.sending(tx(200)).notApplied(tx(200), before));
  }

  @Test
  void whatTimedOutBeforeSurvivesARefusal() {
    Exposure timedOut = MANAGED.accepted(tx(150)).sending(tx(200));

    assertEquals(timedOut, timedOut.sending(tx(220)).notApplied(tx(220), timedOut));
  }

  @Test
  void aRefusalDoesNotUndoWhatBecameKnownSince() {
    Exposure before = MANAGED.accepted(tx(150));
    Exposure rebooted = before.sending(new Change.OfDefault(90)).rebooted();

    assertEquals(
        320,
        rebooted.notApplied(new Change.OfDefault(90), before).worst(),
        "it may have forgotten");
  }

  @Test
  void aLimitIsVoidWhenItsTransactionHasEnded() {
    assertEquals(MANAGED, MANAGED.accepted(tx(200)).transactionEnded());
  }

  @Test
  void aRebootMayMakeItForgetEverything() {
    Exposure rebooted = MANAGED.accepted(tx(200)).rebooted();

    assertEquals(320, rebooted.worst());
    assertEquals(100, rebooted.least(tx(0)));
    assertTrue(rebooted.isManaged());
  }

  @Test
  void whoWasAwayMayHaveForgottenItsTransactionsLimit() {
    Exposure away = MANAGED.accepted(tx(200)).away();

    assertEquals(200, away.worst());
    assertEquals(100, away.least(tx(0)));
  }

  @Test
  void aChargerThatRefusesCountsAtItsMaximum() {
    assertEquals(320, MANAGED.uncontrolled(true).worst());
    assertEquals(100, MANAGED.uncontrolled(true).uncontrolled(false).worst());
  }

  @Test
  void anotherMaximumIsThatOfAnUnmanagedCharger() {
    assertEquals(Exposure.unmanaged(160), Exposure.unmanaged(320).maximum(160));
    assertEquals(100, MANAGED.maximum(160).worst());
    assertEquals(80, MANAGED.maximum(80).worst());
  }

  @Test
  void theGateLetsThroughWhatFitsAndWhatRaisesNothing() {
    SiteTree tree = twoConnectors(300);
    WorstCase now = worst(tree, 200, 100);

    assertTrue(SafetyGate.STRICT.permits(now, 1, MANAGED, tx(100)));
    assertFalse(SafetyGate.STRICT.permits(now, 1, MANAGED, tx(101)));
  }

  @Test
  void whereALimitIsExceededOnlyWhatRaisesNothingForCertainPasses() {
    SiteTree tree = twoConnectors(300);
    Exposure doubtful = MANAGED.accepted(tx(250)).away();
    WorstCase now = worst(tree, 100, 250);

    assertTrue(SafetyGate.STRICT.permits(now, 1, doubtful, tx(100)));
    assertFalse(
        SafetyGate.STRICT.permits(now, 1, doubtful, tx(200)), "it may draw 10 A only by now");
  }

  @Test
  void aTransactionsLimitLoadsThePhasesOfItsCarAndTheDefaultAll() {
    Grid grid = worst(twoConnectors(400), 0, 0).grid();
    Load load = MANAGED.accepted(tx(200)).carPhases(1).load(grid);

    assertEquals(200, load.on(0)[0]);
    assertEquals(100, load.on(1)[0]);
    assertEquals(100, load.on(2)[0]);
  }

  @Test
  void whoIsNotGovernedLoadsAllPhases() {
    Grid grid = worst(twoConnectors(400), 0, 0).grid();
    Exposure one = MANAGED.accepted(tx(200)).carPhases(1);

    assertEquals(320, one.uncontrolled(true).load(grid).on(2)[0]);
    assertEquals(320, one.rebooted().load(grid).on(2)[0]);
    assertEquals(250, one.drawing(250).load(grid).on(2)[0]);
    assertEquals(150, one.byHand(150).load(grid).on(2)[0]);
  }

  @Test
  void whatIsKnownOfOneCarSaysNothingOfTheNext() {
    Exposure one = MANAGED.accepted(tx(200)).carPhases(1);

    assertEquals(3, one.transactionEnded().carPhases());
    assertEquals(3, one.sending(new Change.OfTransaction(8, 100)).carPhases());
    assertEquals(1, one.sending(tx(100)).carPhases());
  }

  @Test
  void theGateHoldsADefaultAgainstThePhasesThatTheCarDoesNotUse() {
    SiteTree tree = twoConnectors(320);
    Exposure one = MANAGED.accepted(tx(200)).carPhases(1);
    WorstCase now = worst(tree, 0, 120);
    now.set(0, one.load(now.grid()));

    assertTrue(SafetyGate.STRICT.permits(now, 0, one, new Change.OfDefault(200)));
    assertFalse(SafetyGate.STRICT.permits(now, 0, one, new Change.OfDefault(201)));
    now.set(1, new Load(1, new int[] {0}, new int[] {200}));
    assertFalse(SafetyGate.STRICT.permits(now, 0, one, new Change.OfDefault(130)), "L2");
    assertTrue(SafetyGate.STRICT.permits(now, 0, one, tx(300)), "L1 alone");
  }

  @Test
  void whereThereIsTooMuchAlreadyATransactionsLimitIsNoExcuseForAHigherDefault() {
    WorstCase now = worst(twoConnectors(100), 200, 0);
    Exposure any = MANAGED.accepted(new Change.OfDefault(50)).accepted(tx(200));

    assertFalse(
        SafetyGate.STRICT.permits(now, 0, any, new Change.OfDefault(60)),
        "its car may use one phase although three are counted");
    assertTrue(SafetyGate.STRICT.permits(now, 0, any, new Change.OfDefault(40)));
    assertTrue(SafetyGate.STRICT.permits(now, 0, any, tx(180)));
  }

  private static WorstCase worst(SiteTree tree, int first, int second) {
    Instant now = Instant.parse("2026-03-01T08:00:00Z");
    return WorstCase.of(
        tree,
        Outlook.constant(tree, now, Duration.ofMinutes(15), 96),
        now,
        i -> Load.even(new int[] {i == 0 ? first : second}));
  }

  private static SiteTree twoConnectors(int limit) {
    return SiteTree.of(
        new SiteDefinition(
            "site",
            230,
            List.of(new Node("grid", null, "GRID", PhaseLimits.even(limit))),
            List.of(connector("a"), connector("b"))));
  }

  private static Connector connector(String name) {
    return new Connector(name, new ConnectorKey(name, 1), "grid", Rotation.RST, 3, 320);
  }
}
