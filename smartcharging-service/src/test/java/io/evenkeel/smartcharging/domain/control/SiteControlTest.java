package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One site, step by step. */
class SiteControlTest {

  // limits: TC_056, TC_057
  @Test
  void theDefaultGoesBeforeTheTransactionsLimit() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);

    List<Send> first = site.step();

    assertEquals(List.of(new Change.OfDefault(320)), changes(first));
    site.accept(first);
    assertEquals(List.of(new Change.OfTransaction(1, 320)), changes(site.step()));
  }

  @Test
  void aSmallIncreaseIsNotSentAndASmallDecreaseIs() {
    Steps site = new Steps(200, "A");
    site.start("A", 1);
    site.settle();

    site.limit(204);
    assertEquals(List.of(), site.step(), "0.4 A more is not worth a profile");

    site.limit(205);
    assertFalse(site.step().isEmpty(), "0.5 A more is");
    site.settleInFlight();

    site.limit(203);
    assertFalse(site.step().isEmpty(), "any decrease is sent");
  }

  // rotation in time, section 1.6 of the design: longest waiting first, a minimum on-time
  @Test
  void whoWaitsHasATurnWhenATurnIsOver() {
    Steps site = new Steps(70, "A", "B");
    site.start("A", 1);
    site.settle();
    site.wait(Duration.ofMinutes(1));
    site.start("B", 2);
    site.settle();
    assertEquals(70, site.desired("A"));
    assertEquals(0, site.desired("B"));

    site.wait(Duration.ofMinutes(13));
    site.settle();
    assertEquals(70, site.desired("A"), "its turn is not over");

    site.wait(Duration.ofMinutes(2));
    site.settle();
    assertEquals(0, site.desired("A"));
    assertEquals(70, site.desired("B"), "it has waited for a turn");

    site.wait(Duration.ofMinutes(14));
    site.settle();
    assertEquals(70, site.desired("B"));
    site.wait(Duration.ofMinutes(1));
    site.settle();
    assertEquals(70, site.desired("A"));
  }

  @Test
  void aChargerThatTakesNoTxProfileIsSteeredByItsDefault() {
    Steps site = new Steps(400, "A", "B");
    site.start("A", 1);
    site.answerAll(
        send ->
            purpose(send) == ChargingProfilePurpose.TxProfile ? Status.Rejected : Status.Accepted,
        Duration.ofMinutes(5));

    assertEquals(320, site.held("A").ofDefault().low());
    assertNull(site.held("A").ofTransaction());

    site.end("A", 1);
    site.answerAll(send -> Status.Accepted, Duration.ofMinutes(5));
    assertEquals(200, site.held("A").ofDefault().low());
  }

  @Test
  void aChargerThatTakesWattsOnlyIsSentWatts() {
    Steps site = new Steps(100, "A").units(ChargingRateUnit.A, ChargingRateUnit.W);

    site.answerAll(
        send -> unit(send) == ChargingRateUnit.W ? Status.Accepted : Status.Rejected,
        Duration.ofMinutes(1));

    assertTrue(site.held("A").ofDefault().confirmed());
    assertEquals(100, site.held("A").ofDefault().low());
    site.limit(80);
    assertEquals(ChargingRateUnit.W, unit(site.step().getFirst()), "it is remembered");
  }

  @Test
  void aChargerThatIsSaidToTakeNoTxProfileIsSteeredByItsDefaultAtOnce() {
    Steps site = new Steps(160, "A").refusing(false, true);
    site.start("A", 1);

    assertEquals(List.of(new Change.OfDefault(160)), changes(site.step()));
    site.settleInFlight();
    assertEquals(List.of(), changes(site.step()));
    site.settleInFlight();
    assertTrue(site.status("A").converged());
  }

  @Test
  void aChargerThatIsSaidToRefuseRelativeIsSentAbsolute() {
    Steps site = new Steps(160, "A").refusing(true, false);

    Send first = site.step().getFirst();

    assertEquals(
        ChargingProfileKind.Absolute,
        ((Send.Apply) first).request().csChargingProfiles().chargingProfileKind());
  }

  @Test
  void aChargerWithoutSmartChargingIsSentNothingAndCountsAtItsMaximum() {
    Steps site = new Steps(400, "A").withoutSmartCharging();
    site.start("A", 1);

    assertEquals(List.of(), site.step());
    assertEquals(Standing.UNCONTROLLED, site.status("A").standing());
    assertEquals(320, site.held("A").worst());
  }

  // H90
  @Test
  void aChargerThatHoldsOneProfileIsSteeredByItsDefault() {
    Steps site = new Steps(200, "A").maxProfiles(1);
    site.start("A", 1);
    site.settle();
    site.limit(150);

    assertEquals(List.of(new Change.OfDefault(150)), changes(site.step()));
  }

  @Test
  void nothingMoreIsSentToAChargePointThatHasNotAnswered() {
    Steps site = new Steps(200, "A");
    assertEquals(1, site.step().size());

    site.limit(100);

    assertEquals(List.of(), site.step());
  }

  @Test
  void whatTimedOutIsTriedAgainWithGrowingPauses() {
    Steps site = new Steps(200, "A");
    for (int pause : new int[] {5, 10, 20, 40, 60, 60}) {
      site.fail(site.step(), Outcome.TimedOut);
      site.wait(Duration.ofSeconds(pause).minusMillis(1));
      assertEquals(List.of(), site.step(), "before " + pause + " s");
      assertEquals(Standing.SILENT, site.status("A").standing());
      site.wait(Duration.ofMillis(1));
    }
    assertEquals(1, site.step().size());
  }

  @Test
  void anAnswerNobodyCanReadMayMeanThatItWasDone() {
    Steps site = new Steps(200, "A");

    site.fail(site.step(), Outcome.Refused);

    assertFalse(site.held("A").ofDefault().confirmed());
    assertEquals(320, site.held("A").worst());
  }

  @Test
  void aTransactionThatWasNotToldIsLearnedFromItsReadings() {
    Steps site = new Steps(200, "A");
    site.settle();

    site.meter("A", 9);

    assertEquals(List.of(new Change.OfTransaction(9, 200)), changes(site.step()));
    site.end("A", 9);
    site.meter("A", 9);
    assertNull(site.status("A").session(), "a late reading does not revive it");
  }

  @Test
  void aRepeatedStartOfAnEarlierTransactionIsNoNews() {
    Steps site = new Steps(200, "A");
    TransactionEvent.TransactionStarted first = site.start("A", 1);
    site.wait(Duration.ofMinutes(10));
    site.start("A", 2);

    site.tell(first);

    assertEquals(2, site.status("A").session().transactionId());
  }

  @Test
  void theStatusSaysThatTheSiteIsNotUnderControlUntilTheDefaultsAreConfirmed() {
    Steps site = new Steps(400, "A", "B");
    List<Send> sends = site.step();
    assertFalse(site.now().underControl());
    assertEquals(site.time(), site.now().nodes().getFirst().exceededFrom());

    site.accept(sends);

    assertTrue(site.now().underControl());
    assertNull(site.now().nodes().getFirst().exceededFrom());
  }

  @Test
  void aLimitThatMayBeExceededOnlyLaterIsSaidToBeWithItsTime() {
    FallingSite site = new FallingSite(1000, 100);

    assertFalse(site.underControl());
    assertEquals(FallingSite.FALLS, site.exceededFrom(), "32 A twice are less than 100 A");

    site.pass(Duration.ofMinutes(1));
    assertNull(site.exceededFrom());
  }

  private static List<Change> changes(List<Send> sends) {
    return sends.stream()
        .filter(Send.Apply.class::isInstance)
        .map(send -> ((Send.Apply) send).change())
        .map(SiteControlTest::now)
        .toList();
  }

  /** What it allows at first, however long. */
  private static Change now(Change change) {
    return switch (change) {
      case Change.OfDefault _ -> change;
      case Change.OfTransaction(int id, Course course) ->
          new Change.OfTransaction(id, course.steps().getFirst().limit());
    };
  }

  private static ChargingProfilePurpose purpose(Send.Apply send) {
    return send.request().csChargingProfiles().chargingProfilePurpose();
  }

  private static ChargingRateUnit unit(Send send) {
    return ((Send.Apply) send).request().csChargingProfiles().chargingSchedule().chargingRateUnit();
  }
}
