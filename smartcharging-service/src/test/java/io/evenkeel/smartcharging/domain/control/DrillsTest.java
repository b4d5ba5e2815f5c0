package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes wrong with one charger, step by step. What goes wrong with all: see the world. */
class DrillsTest {

  @Test
  void whoDrawsMoreThanItHoldsIsFlaggedAndCountsAtThatUntilItObeys() {
    Steps site = new Steps(320, "A", "B");
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    assertEquals(160, site.desired("B"));

    site.draws("A", 1, 30, Duration.ofSeconds(40));
    assertNull(site.status("A").disobeys(), "cars need a moment");

    site.draws("A", 1, 30, Duration.ofSeconds(60));
    assertNotNull(site.status("A").disobeys());
    assertEquals(300, site.held("A").worst(), "it counts at what it draws");
    assertEquals(0, site.held("B").worst(), "B makes room for it");
    assertTrue(site.now().underControl());

    site.draws("A", 1, 15, Duration.ofMinutes(7));
    assertNull(site.status("A").disobeys());
    assertTrue(site.now().underControl());
  }

  // says the schedule while it draws something else
  @Test
  void whoReadsBackWhatItWasToldAndDrawsMoreCountsAtWhatItDraws() {
    Steps site = new Steps(320, "A", "B").reciting();
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    site.wait(Duration.ofMinutes(1));
    site.settle();
    assertTrue(site.status("A").learned().readsBack(), "it is believed to begin with");

    site.draws("A", 1, 30, Duration.ofSeconds(80));

    assertNotNull(site.status("A").disobeys());
    assertEquals(300, site.held("A").worst());
    assertEquals(0, site.held("B").worst(), "B makes room for it");
    assertTrue(site.now().underControl(), "with what it draws counted, the node holds");

    site.draws("A", 1, 30, Duration.ofMinutes(3));
    assertNotNull(site.status("A").disobeys(), "what it reads back meanwhile does not clear it");
    assertEquals(300, site.held("A").worst());

    site.draws("A", 1, 15, Duration.ofMinutes(7));
    assertNull(site.status("A").disobeys());
    assertEquals(160, site.desired("A"));
    assertEquals(160, site.held("B").worst(), "recovered");
  }

  // a Delta AC MAX answers {"status":""} and drops the line on what is too long
  @Test
  void whoHangsOnAScheduleIsGivenHalfAsManyPeriodsAndThatIsRemembered() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    site.settle();
    site.stored();

    site.plan("A", stairs(site.time(), 8));
    List<Send> first = profiles(site.step());
    assertEquals(8, periods(first.getFirst()).size());

    site.fail(first, Outcome.TimedOut);

    assertEquals(4, site.status("A").learned().mostPeriods());
    site.wait(Duration.ofMinutes(1));
    List<Send> second = profiles(site.step());
    assertEquals(4, periods(second.getFirst()).size());
    assertEquals(4, site.stored().getFirst().learned().mostPeriods(), "it outlives the process");
  }

  @Test
  void aChargerThatReadsNothingBackIsGivenOnePeriodAtATime() {
    Steps site = new Steps(320, "A");
    site.start("A", 1);
    site.plan("A", stairs(site.time(), 4));

    site.answerAll(_ -> Status.Accepted, Duration.ofMinutes(3));

    assertEquals(Timekeeping.FAILED, site.status("A").learned().timekeeping());
    assertTrue(site.held("A").ofTransaction().high().isLevel());
    assertNull(site.held("A").ofTransaction().high().end());
    int before = site.held("A").ofTransaction().high().peak();
    site.answerAll(_ -> Status.Accepted, Duration.ofMinutes(20));
    assertTrue(
        site.held("A").ofTransaction().high().peak() < before,
        "the next step is sent when it is due");
  }

  @Test
  void aPlanThatExceedsANodeIsNotFollowedAndTheStatusSaysWhere() {
    Steps site = new Steps(320, "A", "B");
    site.start("A", 1);
    site.start("B", 2);
    site.settle();

    site.plan(
        Map.of(
            new ConnectorKey("A", 1), stairs(site.time(), 2),
            new ConnectorKey("B", 1), stairs(site.time(), 2)));
    site.settle();

    assertNotNull(site.now().planRefused());
    assertTrue(site.now().planRefused().startsWith("grid"), site.now().planRefused());
    assertEquals(160, site.desired("A"), "the instant allocation drives");

    site.plan("A", stairs(site.time(), 2));
    site.settle();
    assertNull(site.now().planRefused());
  }

  @Test
  void aChargerThatRefusesZeroIsGivenItsLeastCurrentWhichCounts() {
    Steps site = new Steps(100, "A", "B");

    site.answerAll(
        send ->
            send.key().chargePoint().equals("A") && periods(send).getFirst().limit().signum() == 0
                ? Status.Rejected
                : Status.Accepted,
        Duration.ofMinutes(1));

    assertFalse(site.status("A").learned().acceptsZero());
    assertEquals(60, site.held("A").worst());
    assertTrue(site.held("A").ofDefault().confirmed());
    assertTrue(site.now().underControl());
  }

  /** Falls by 1 A every quarter of an hour, from 32 A. */
  private static Course stairs(Instant now, int steps) {
    List<Course.Step> all = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      all.add(
          new Course.Step(
              i == 0 ? Instant.MIN : now.plus(Duration.ofMinutes(15L * i)), 320 - 10 * i));
    }
    return Course.of(all, now.plus(Duration.ofHours(6)));
  }

  private static List<Send> profiles(List<Send> sends) {
    return sends.stream().filter(Send.Apply.class::isInstance).toList();
  }

  private static List<ChargingSchedulePeriod> periods(Send send) {
    return ((Send.Apply) send)
        .request()
        .csChargingProfiles()
        .chargingSchedule()
        .chargingSchedulePeriod();
  }
}
