package io.evenkeel.smartcharging.steering;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
  private final AtomicLong nano = new AtomicLong(42);
  private final ClockWatch watch = new ClockWatch(wall::get, nano::get);

  private void pass(Duration onTheWall, Duration inTruth) {
    wall.updateAndGet(now -> now.plus(onTheWall));
    nano.addAndGet(inTruth.toNanos());
  }

  @Test
  void timeThatPassesIsNoJump() {
    pass(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(2));

    assertFalse(watch.jumped());
  }

  @Test
  void aJumpIsNoticedOnceInEitherDirection() {
    pass(Duration.ofMinutes(10), Duration.ofSeconds(1));
    assertTrue(watch.jumped(), "forth");
    assertFalse(watch.jumped(), "once");

    pass(Duration.ofMinutes(-10), Duration.ofSeconds(1));
    assertTrue(watch.jumped(), "back");
  }
}
