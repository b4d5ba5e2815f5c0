package io.evenkeel.smartcharging.world;

import java.time.Duration;
import java.time.Instant;

/** The time that is looked at, in pieces; the last one is all that comes after. */
final class Slots {

  static final Duration LENGTH = Duration.ofMinutes(5);
  static final Duration HORIZON = Duration.ofHours(2);
  static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
  static final int COUNT = 12 * 4;

  private static final Duration AFTER = Duration.ofDays(3);

  private Slots() {}

  static Instant begin(int slot) {
    return BEGIN.plus(LENGTH.multipliedBy(slot));
  }

  static Instant end(int slot) {
    return slot == COUNT ? begin(slot).plus(AFTER) : begin(slot + 1);
  }

  static int at(Instant when) {
    return (int) Math.min(COUNT, Duration.between(BEGIN, when).dividedBy(LENGTH));
  }

  /** Minutes since midnight. */
  static int minute(int slot) {
    return 8 * 60 + slot * 5;
  }
}
