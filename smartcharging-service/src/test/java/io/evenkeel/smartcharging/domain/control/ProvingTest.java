package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Chargers whose share falls later show that they keep time, and then get all of it. */
class ProvingTest {

  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(100);

  @Test
  void whereLessIsThereLaterNobodyStaysWithoutCurrent() {
    FallingSite site = new FallingSite(200, 100);
    site.pass(SHORT);

    site.start(1, 100, 100);
    site.start(2, 100, 0);
    site.pass(SHORT);

    // until somebody has shown something there is no safe way to serve both
    assertEquals(100, site.now("A") + site.now("B"));
    site.pass(LONG_ENOUGH);
    assertEquals(100, site.now("A"));
    assertEquals(100, site.now("B"));
    assertEquals(100, site.later("A") + site.later("B"));
    assertTrue(site.underControl());
  }

  @Test
  void whereBothHaveRoomAtAllTimesBothBeginAtOnce() {
    FallingSite site = new FallingSite(200, 130);
    site.pass(SHORT);

    site.start(1, 140, 130);
    site.start(2, 60, 0);
    site.pass(SHORT);

    assertTrue(site.now("A") >= 60 && site.now("B") >= 60);
    site.pass(LONG_ENOUGH);
    assertEquals(140, site.now("A"));
    assertEquals(60, site.now("B"));
    assertEquals(130, site.later("A"));
    assertEquals(0, site.later("B"));
  }

  @Test
  void whoIsToChargeLaterTakesNoRoomFromWhoIsToChargeNow() {
    FallingSite site = new FallingSite(200, 200);
    site.pass(SHORT);

    // When: one after the other, on chargers that have shown nothing
    site.start(2, 0, 200);
    site.start(1, 200, 0);
    site.pass(SHORT);

    assertEquals(200, site.now("A"));
    assertEquals(0, site.now("B"));
    site.pass(LONG_ENOUGH);
    assertEquals(0, site.later("A"), "it has shown that it keeps time");
    assertEquals(0, site.later("B"), "it is told when it is time");

    // When: it is
    site.pass(Duration.ofHours(1));

    assertEquals(0, site.now("A"));
    assertEquals(200, site.now("B"));
    assertTrue(site.underControl());
  }

  @Test
  void theInstantAllocationLeavesNobodyWithoutCurrentEither() {
    FallingSite site = new FallingSite(200, 100);
    site.pass(SHORT);

    site.start(1);
    site.start(2);
    site.pass(LONG_ENOUGH);

    assertEquals(100, site.now("A"));
    assertEquals(100, site.now("B"));
  }

  @Test
  void whatWasShownCountsForTheNextTransactionAndAfterARestart() {
    FallingSite site = new FallingSite(200, 100);
    site.pass(SHORT);
    site.start(1, 100, 100);
    site.start(2, 100, 0);
    site.pass(LONG_ENOUGH);
    site.end(1);
    site.end(2);
    site.restart("1.0");

    site.start(1, 100, 100);
    site.start(2, 100, 0);
    site.pass(SHORT);

    assertEquals(100, site.now("A"));
    assertEquals(100, site.now("B"));
  }

  @Test
  void anotherFirmwareShowsItAnew() {
    FallingSite site = new FallingSite(200, 100);
    site.pass(SHORT);
    site.start(1, 100, 100);
    site.start(2, 100, 0);
    site.pass(LONG_ENOUGH);
    site.end(1);
    site.end(2);

    site.connected("1.1");
    site.start(1, 100, 100);
    site.start(2, 100, 0);
    site.pass(SHORT);

    assertEquals(100, site.now("A") + site.now("B"));
  }

  @Test
  void aChargerThatCountsFromReceiptShowsNothing() {
    FallingSite site = new FallingSite(200, 100).countingFromReceipt();
    site.pass(SHORT);

    site.start(1, 100, 100);
    site.start(2, 100, 0);
    site.pass(Duration.ofMinutes(10));

    assertEquals(100, site.now("A") + site.now("B"));
    assertEquals(100, site.later("A") + site.later("B"));
    assertTrue(site.underControl());
  }
}
