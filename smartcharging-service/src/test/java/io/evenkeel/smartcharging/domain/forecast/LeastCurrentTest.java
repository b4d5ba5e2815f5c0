package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A car that charges with 8 A and not with 6 A is told from one that is full. */
class LeastCurrentTest {

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Instant raisedAt = now;
  private LeastCurrent car = LeastCurrent.UNKNOWN;

  private void raised() {
    raisedAt = now;
  }

  /** Every 30 s. */
  private void draws(int drawn, int allotted, int times) {
    for (int i = 0; i < times; i++) {
      now = now.plusSeconds(30);
      car = car.seen(now, drawn, allotted, raisedAt);
    }
  }

  @Test
  void whoChargesAtOnceWithMoreNeedsThat() {
    draws(0, 60, 2);
    assertEquals(0, car.asks(), "two readings are few");
    draws(0, 60, 1);
    assertEquals(80, car.asks());

    raised();
    draws(78, 80, 1);

    assertEquals(80, car.found());
    assertEquals(0, car.asks());
  }

  @Test
  void whoNeedsTenIsTriedTwice() {
    draws(0, 60, 3);
    raised();
    draws(0, 80, 3);
    assertEquals(100, car.asks());
    raised();
    draws(95, 100, 1);

    assertEquals(100, car.found());
  }

  @Test
  void whoIsFullIsLeftAlone() {
    draws(0, 60, 3);
    raised();
    draws(0, 80, 3);
    raised();
    draws(0, 100, 3);

    assertTrue(car.inVain());
    assertEquals(0, car.asks());
    draws(0, 60, 10);
    assertEquals(0, car.asks(), "once in a transaction");
    draws(60, 60, 1);
    assertEquals(0, car.found());
  }

  @Test
  void whoChargedWithSoLittleBeforeIsFull() {
    draws(60, 60, 1);
    draws(0, 60, 10);

    assertEquals(0, car.asks());
  }

  @Test
  void whoChargedWithMoreBeforeIsTried() {
    draws(160, 160, 3);
    draws(0, 60, 3);
    assertEquals(80, car.asks());
  }

  @Test
  void whoBeginsMuchLaterHadOtherReasons() {
    draws(0, 60, 3);
    raised();
    draws(0, 80, 2);
    now = now.plusSeconds(600);
    draws(78, 80, 1);

    assertEquals(0, car.found());
  }

  @Test
  void whatIsSeenOfTheCurrentOfBeforeSaysNothing() {
    draws(160, 60, 1);
    assertEquals(Integer.MAX_VALUE, car.charges());
    draws(20, 60, 5);
    assertEquals(LeastCurrent.UNKNOWN, car, "it is waking up");
    assertFalse(car.inVain());
  }
}
