package io.evenkeel.auth.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private final Throttle throttle =
      new Throttle(
          new Throttle.Limits(
              3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(5), 4));

  @Test
  void someWrongOnesAreFreeThenTheWaitDoublesUpToABound() {
    Instant now = START;
    int[] expected = {0, 0, 0, 1, 2, 4, 8, 10, 10};
    for (int attempt = 0; attempt < expected.length; attempt++) {
      throttle.attempted("eve", now);
      Duration wait = throttle.waiting("eve", now);
      assertEquals(Duration.ofSeconds(expected[attempt]), wait, "after attempt " + (attempt + 1));
      now = now.plus(wait);
      assertEquals(Duration.ZERO, throttle.waiting("eve", now), "the wait is over");
    }
  }

  @Test
  void attemptsAtTheSameTimeCountBeforeTheyAreJudged() {
    for (int attempt = 0; attempt < 4; attempt++) {
      assertEquals(Duration.ZERO, throttle.waiting("eve", START));
      throttle.attempted("eve", START);
    }
    assertEquals(Duration.ofSeconds(1), throttle.waiting("eve", START));
  }

  @Test
  void aRightOneForgetsAll() {
    for (int attempt = 0; attempt < 4; attempt++) {
      throttle.attempted("ann", START);
    }
    throttle.succeeded("ann");
    throttle.attempted("ann", START);
    assertEquals(Duration.ZERO, throttle.waiting("ann", START));
  }

  @Test
  void whatIsTakenBackForgetsOneOnly() {
    for (int attempt = 0; attempt < 5; attempt++) {
      throttle.attempted("10.0.0.1", START);
    }
    throttle.takenBack("10.0.0.1", START);
    assertEquals(Duration.ZERO, throttle.waiting("10.0.0.1", START));
    throttle.attempted("10.0.0.1", START);
    assertEquals(Duration.ofSeconds(2), throttle.waiting("10.0.0.1", START), "as the fifth");
  }

  @Test
  void timeForgets() {
    for (int attempt = 0; attempt < 9; attempt++) {
      throttle.attempted("eve", START);
    }
    Instant later = START.plus(Duration.ofMinutes(5));
    throttle.attempted("eve", later);
    assertEquals(Duration.ZERO, throttle.waiting("eve", later));
  }

  @Test
  void itRemembersABoundedNumberAndThoseSeenLast() {
    for (int attempt = 0; attempt < 4; attempt++) {
      throttle.attempted("eve", START);
    }
    for (int other = 0; other < 100; other++) {
      throttle.attempted("someone-" + other, START);
      throttle.waiting("eve", START);
      assertTrue(throttle.size() <= 4, "bounded");
    }
    assertEquals(Duration.ofSeconds(1), throttle.waiting("eve", START), "eve keeps trying");
  }
}
