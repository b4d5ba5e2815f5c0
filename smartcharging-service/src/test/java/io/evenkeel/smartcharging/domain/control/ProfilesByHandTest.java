package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.smartcharging.domain.composite.A;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an operator sets and clears by hand is part of the model; our stack level is 0 here. */
class ProfilesByHandTest {

  private static final Response SET =
      new SetChargingProfile.Response(SetChargingProfile.Status.Accepted);
  private static final Response CLEARED =
      new ClearChargingProfile.Response(ClearChargingProfile.Status.Accepted);
  private static final ClearChargingProfile.Request CLEAR_ALL =
      new ClearChargingProfile.Request(null, null, null, null);

  private static SetChargingProfile.Request profile(
      int id, ChargingProfilePurpose purpose, int level, int amperes) {
    return A.profile(id, purpose).level(level).periods(0, amperes);
  }

  /** A charges at 20 A; its default is 0 A, since B has the rest of 32 A. */
  private static Steps site() {
    Steps site = new Steps(320, "A", "B");
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    assertEquals(160, site.desired("A"));
    assertTrue(site.now().underControl());
    return site;
  }

  @Test
  void aProfileAboveOursCountsAndTheOthersMakeRoom() {
    Steps site = site();

    site.byHand("A", profile(900, ChargingProfilePurpose.TxProfile, 5, 25), SET);
    assertEquals(250, site.status("A").mayDraw());
    assertEquals(Standing.BY_HAND, site.status("A").standing());

    site.settle();
    assertEquals(70, site.desired("B"));
    assertTrue(site.now().underControl());
  }

  @Test
  void itCountsUntilItIsCleared() {
    Steps site = site();
    site.byHand("A", profile(900, ChargingProfilePurpose.TxProfile, 5, 25), SET);
    site.settle();

    site.byHand("A", new ClearChargingProfile.Request(900, null, null, null), CLEARED);
    site.settle();

    assertEquals(160, site.status("A").mayDraw());
    assertEquals(160, site.desired("B"));
  }

  @Test
  void whereItOutlastsOursTheCarIsNotSwitchedOff() {
    Steps site = site();
    site.byHand("A", profile(900, ChargingProfilePurpose.TxProfile, 5, 25), SET);

    // When: longer than our schedule, which is not renewed meanwhile
    for (int hour = 0; hour < 30; hour++) {
      site.settle();
      site.wait(Duration.ofHours(1));
    }

    HeldCourse held = Objects.requireNonNull(site.held("A").ofTransaction());
    assertTrue(held.low().steps().stream().allMatch(step -> step.limit() > 0), held.toString());
    assertEquals(250, site.status("A").mayDraw());
  }

  @Test
  void itCountsUntilItsTransactionEnds() {
    Steps site = site();
    site.byHand("A", profile(900, ChargingProfilePurpose.TxProfile, 5, 25), SET);
    site.settle();

    site.end("A", 1);
    site.settle();

    assertEquals(320, site.desired("B"));
  }

  @Test
  void whatReplacesOursIsReplacedByOurs() {
    Steps site = site();

    site.byHand("A", profile(900, ChargingProfilePurpose.TxProfile, 0, 25), SET);
    assertEquals(320, site.status("A").mayDraw(), "ours may be gone");

    List<Send> again = site.step();
    assertFalse(again.isEmpty(), "ours is set again");
    site.settleInFlight();
    site.settle();
    assertEquals(160, site.status("A").mayDraw());
    assertTrue(site.now().underControl());
  }

  @Test
  void clearingEverythingLeavesNothingToTrustUntilOursAreSetAgain() {
    Steps site = site();

    site.byHand("A", CLEAR_ALL, CLEARED);
    assertEquals(320, site.status("A").mayDraw());
    assertFalse(site.status("A").converged());

    site.settle();
    assertEquals(160, site.status("A").mayDraw());
    assertTrue(site.status("A").converged());
  }

  @Test
  void whatMayHaveBeenClearedCountsAsCleared() {
    Steps site = site();

    site.byHand("A", CLEAR_ALL, null);

    assertEquals(320, site.status("A").mayDraw());
  }

  @Test
  void whatTheChargerRefusedChangesNothing() {
    Steps site = site();

    site.byHand(
        "A",
        profile(900, ChargingProfilePurpose.TxProfile, 5, 25),
        new SetChargingProfile.Response(SetChargingProfile.Status.Rejected));
    site.byHand(
        "B", CLEAR_ALL, new ClearChargingProfile.Response(ClearChargingProfile.Status.Unknown));

    assertEquals(List.of(), site.step());
    assertEquals(160, site.status("A").mayDraw());
  }

  @Test
  void anAnswerThatWasUnderWayDoesNotProveThatOursIsThere() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    List<Send> under = site.step();
    assertEquals(new Change.OfDefault(320), ((Send.Apply) under.getFirst()).change());

    site.byHand("A", CLEAR_ALL, CLEARED);
    site.accept(under);

    assertFalse(site.held("A").ofDefault().confirmed());
    site.settle();
    assertTrue(site.held("A").ofDefault().confirmed());
  }
}
