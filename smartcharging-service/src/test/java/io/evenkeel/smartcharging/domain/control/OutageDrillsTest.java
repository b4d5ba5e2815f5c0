package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the chargers' surroundings do: meters, broker, gateway and the service itself. */
class OutageDrillsTest {

  private static final int LIMIT = 320;
  private static final int CONFIGURED = 100;

  // meter stale: 13 A were read last, 10 A are configured and true
  @Test
  void aMeterThatFallsSilentWhileTheLoadRisesLeavesNoMoreForAnHour() {
    Steps site = new Steps(LIMIT, "A").reciting().metered(CONFIGURED);
    site.start("A", 1);
    site.building(13);
    site.settle();
    assertEquals(190, site.desired("A"));
    site.wait(Duration.ofSeconds(1));
    site.building(4);

    assertEquals(0, exceededWhileSilent(site));
    assertEquals(190, site.desired("A"), "no more than when it was read last");
    site.wait(Duration.ofHours(1));
    site.settle();
    assertEquals(LIMIT - CONFIGURED, site.desired("A"));

    site.building(13);
    site.settle();
    assertEquals(190, site.held("A").worst(), "it is read again: more than configured");
    for (int minute = 0; minute < 3; minute++) {
      site.wait(Duration.ofMinutes(1));
      site.building(4);
      site.settle();
    }
    assertEquals(280, site.desired("A"), "recovered");
  }

  @Test
  void whereTheConfiguredLoadIsNotTrueTheLimitIsExceeded() {
    Steps site = new Steps(LIMIT, "A").metered(10);
    site.start("A", 1);
    site.building(4);

    assertTrue(exceededWhileSilent(site) > 0, "so the drill above can fail");
  }

  /** The load rises by 1 A in each half minute, to 10 A; how often that is too much. */
  private static int exceededWhileSilent(Steps site) {
    int exceeded = 0;
    for (int half = 1; half <= 24; half++) {
      site.settle();
      int building = Math.min(100, 40 + 10 * half);
      exceeded += site.held("A").worst() + building > LIMIT ? 1 : 0;
      site.wait(Duration.ofSeconds(30));
    }
    return exceeded;
  }

  // broker away: nothing is told for ten minutes, commands expire, then all at once, with repeats
  @Test
  void whileTheBrokerIsAwayNothingIsBelievedAndTheBacklogIsDigestedInOrder() {
    Steps site = new Steps(LIMIT, "A", "B");
    TransactionEvent startOfA = site.start("A", 1);
    site.settle();
    assertEquals(LIMIT, site.held("A").worst());
    Instant away = site.time();

    site.limit(200);
    int tried = 0;
    for (int second = 0; second < 600; second++) {
      List<Send> sends = site.step();
      tried += sends.size();
      site.neverSent(sends, Outcome.Expired);
      site.wait(Duration.ofSeconds(1));
    }
    assertTrue(tried > 5 && tried < 60, "tried " + tried + " times: neither given up nor hammered");
    assertEquals(LIMIT, site.held("A").worst(), "it still holds what it held");
    assertFalse(site.now().underControl());

    TransactionEvent endOfA =
        new TransactionEvent.TransactionEnded("A", 1, 1, away.plusSeconds(60), 0, false);
    TransactionEvent startOfB =
        new TransactionEvent.TransactionStarted(
            "B",
            1,
            2,
            "TAG",
            AuthorizationStatus.Accepted,
            0,
            away.plusSeconds(90),
            away.plusSeconds(90));
    for (TransactionEvent told :
        List.of(startOfA, endOfA, startOfA, endOfA, startOfB, startOfA, startOfB)) {
      site.tell(told);
    }
    site.wait(Duration.ofMinutes(1));
    site.settle();

    assertNull(site.status("A").session(), "a repeated start does not revive it");
    assertNotNull(site.status("B").session());
    assertEquals(200, site.desired("B"));
    assertEquals(200, site.held("B").worst());
    assertTrue(site.now().underControl());
  }

  // gateway dies with an increase under way: it was sent, and nobody says what came of it
  @Test
  void whatADeadGatewayHadSentCountsUntilTheChargerIsAskedAgain() {
    Steps site = roomForA();
    List<Send> increase = increaseOfA(site);
    site.sockets(null);
    site.fail(increase, Outcome.Offline);

    site.start("B", 3);
    site.sockets(new SessionRef(1, 1, 2));
    List<Send> again = site.step();
    assertEquals(LIMIT, site.held("A").worst(), "it may hold the increase");
    site.accept(again.stream().filter(send -> send.key().chargePoint().equals("B")).toList());
    for (int i = 0; i < 3; i++) {
      site.accept(
          site.step().stream().filter(send -> send.key().chargePoint().equals("B")).toList());
      assertTrue(site.held("A").worst() + site.held("B").worst() <= LIMIT, "B waits for A");
    }

    site.settleInFlight();
    site.settle();
    assertEquals(160, site.held("A").worst());
    assertEquals(160, site.held("B").worst());
  }

  @Test
  void whatADeadGatewayNeverSentDoesNotCount() {
    Steps site = roomForA();
    List<Send> increase = increaseOfA(site);
    assertEquals(LIMIT, site.held("A").worst());

    site.neverSent(increase, Outcome.Offline);

    assertEquals(160, site.held("A").worst());
  }

  // the outcome never comes: the command's own time is over, and a late answer is another life's
  @Test
  void anOutcomeThatNeverComesLeavesItOpenAndOneOfAnEarlierLifeIsNotBelieved() {
    Steps site = roomForA();
    site.limit(120);
    List<Send> decrease = site.step();
    site.sockets(null);
    site.sockets(new SessionRef(1, 1, 2));
    assertEquals(
        List.of(),
        site.step().stream().filter(send -> send.key().chargePoint().equals("A")).toList(),
        "one thing at a time, although it is connected again");

    site.accept(decrease.stream().filter(send -> send.key().chargePoint().equals("A")).toList());
    assertEquals(160, site.held("A").worst(), "it may have forgotten since");
    site.settleInFlight();
    site.settle();
    assertEquals(120, site.held("A").worst());
    assertTrue(site.now().underControl());
  }

  // service dies between the decrease and the increase
  @Test
  void aServiceThatDiedAfterTheDecreaseDoesNotIncreaseBeforeItIsConfirmed() {
    Steps site = decreaseOfAUnderWay();
    site.restart(UnaryOperator.identity());

    List<Send> first = site.step();
    assertEquals(LIMIT, site.held("A").worst(), "who knows whether it was told");
    assertEquals(0, site.held("B").worst());

    site.accept(first);
    site.settle();
    assertEquals(160, site.held("A").worst());
    assertEquals(160, site.held("B").worst());
  }

  @Test
  void withADatabaseThatForgetsWhatWasUnderWayItDoes() {
    Steps site = decreaseOfAUnderWay();
    site.restart(OutageDrillsTest::confirmed);

    List<Send> first = site.step();

    assertTrue(site.held("B").worst() > 0, "so the drill above can fail: " + first);
  }

  /** A drew 32 A alone when B came. */
  private static Steps decreaseOfAUnderWay() {
    Steps site = new Steps(LIMIT, "A", "B");
    site.start("A", 1);
    site.settle();
    site.start("B", 2);
    List<Send> decrease = site.step();
    assertEquals("A", decrease.getFirst().key().chargePoint());
    assertEquals(0, site.held("B").worst(), "it waits");
    return site;
  }

  /** A and B had 16 A each when B left. */
  private static Steps roomForA() {
    Steps site = new Steps(LIMIT, "A", "B");
    site.start("A", 1);
    site.start("B", 2);
    site.settle();
    assertEquals(160, site.held("A").worst());
    site.end("B", 2);
    return site;
  }

  /** All is accepted until A is to have more. */
  private static List<Send> increaseOfA(Steps site) {
    for (List<Send> sends = site.step(); !sends.isEmpty(); sends = site.step()) {
      if (site.held("A").worst() == LIMIT) {
        return sends;
      }
      site.accept(sends);
    }
    throw new AssertionError("A was not increased");
  }

  private static ConnectorRecord confirmed(ConnectorRecord record) {
    Exposure known = record.exposure();
    HeldCourse tx = known.ofTransaction();
    return new ConnectorRecord(
        record.key(),
        new Exposure(
            known.maximum(),
            new Held(known.ofDefault().low(), known.ofDefault().low(), true),
            known.transactionId(),
            tx == null ? null : new HeldCourse(tx.low(), tx.low(), true),
            known.conduct()),
        record.session(),
        record.ended(),
        record.status(),
        record.desiredDefault(),
        record.desiredTx(),
        record.defaultRejections(),
        record.txRejections());
  }
}
