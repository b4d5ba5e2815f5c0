package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.smartcharging.domain.composite.A;
import io.evenkeel.smartcharging.domain.control.Lag.Cause;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a connector has something else than is desired. */
class LagTest {

  @Test
  void whoHasWhatIsDesiredLagsNotBehind() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    site.settle();

    assertNull(site.status("A").lag());
  }

  @Test
  void whatIsToRiseWaitsUntilOthersHaveConfirmedADecrease() {
    Steps site = new Steps(320, "A", "B");
    site.start("A", 1);
    site.settle();
    assertEquals(320, site.desired("A"));
    site.start("B", 2);

    List<Send> decrease = site.step();

    Lag a = lag(site, "A");
    assertEquals(Cause.UNDER_WAY, a.cause(), a.toString());
    assertEquals(160, a.desired());
    assertEquals(320, a.counts());
    Lag b = lag(site, "B");
    assertEquals(Cause.WAITS_FOR, b.cause(), b.toString());
    assertEquals(List.of("A"), b.waitsFor());
    assertEquals(160, b.desired());
    assertEquals("grid", b.node());
    assertEquals(Phase.L1, b.phase());

    site.accept(decrease);
    site.settle();
    assertNull(site.status("B").lag());
  }

  @Test
  void aChargerThatDoesNotAnswerIsSilentSinceThenAndSaysWhenItIsTriedAgain() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    site.settle();
    site.limit(160);
    List<Send> sends = site.step();
    Instant failed = site.time();

    site.fail(sends, Outcome.TimedOut);
    site.wait(Duration.ofSeconds(1));

    Lag lag = lag(site, "A");
    assertEquals(Cause.SILENT, lag.cause());
    assertEquals(320, lag.held(), "its default goes first");
    assertEquals(160, lag.desired());
    assertEquals(320, lag.counts());
    assertEquals(failed, lag.since());
    assertEquals(failed.plusSeconds(5), lag.until());

    site.wait(Duration.ofSeconds(4));
    assertEquals(Cause.DUE, lag(site, "A").cause());
    site.accept(site.step());
    site.fail(site.step(), Outcome.TimedOut);
    assertNull(lag(site, "A").held());
    site.wait(Duration.ofSeconds(5));
    assertEquals(Cause.UNCONFIRMED, lag(site, "A").cause());
  }

  @Test
  void aProfileSetByHandIsNamed() {
    Steps site = new Steps(320, "A");
    site.settle();
    site.start("A", 1);
    site.limit(100);
    site.byHand(
        "A",
        A.profile(77, ChargingProfilePurpose.TxProfile).level(3).periods(0, 20),
        new SetChargingProfile.Response(SetChargingProfile.Status.Accepted));
    site.step();

    Lag lag = lag(site, "A");
    assertEquals(Cause.BY_HAND, lag.cause(), lag.toString());
  }

  @Test
  void tooSmallADifferenceIsSaidToBeATrifle() {
    Steps site = new Steps(200, "A");
    site.start("A", 1);
    site.settle();

    site.limit(203);
    site.step();

    Lag lag = lag(site, "A");
    assertEquals(Cause.TRIFLE, lag.cause());
    assertEquals(200, lag.held());
    assertEquals(203, lag.desired());
  }

  @Test
  void whatTheBuildingTakesIsUnderWayAtOnce() {
    Steps site = new Steps(320, "A").metered(100);
    site.building(10);
    site.start("A", 1);
    site.settle();
    assertEquals(220, site.desired("A"));

    assertNull(site.status("A").lag());
    site.wait(Duration.ofSeconds(10));
    site.building(20);
    site.step();
    Lag lag = lag(site, "A");
    assertEquals(120, lag.desired());
    assertEquals(220, lag.held());
    assertEquals(Cause.UNDER_WAY, lag.cause(), lag.toString());
  }

  @Test
  void aChargerThatIsAwayCountsAtWhatItMayDraw() {
    Steps site = new Steps(320, "A", "B");
    site.start("A", 1);
    site.settle();
    site.sockets(null);
    site.limit(200);
    site.step();

    assertEquals(Cause.OFFLINE, lag(site, "A").cause());
    assertEquals(320, lag(site, "A").counts());
  }

  private static Lag lag(Steps site, String name) {
    Lag lag = site.status(name).lag();
    assertNotNull(lag, name);
    return lag;
  }
}
