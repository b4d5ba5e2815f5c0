package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import java.time.Instant;
import java.util.Locale;

/** How many periods of a schedule a charge point really stands. */
final class Periods {

  /** A Delta AC MAX advertises 20, and hangs for 31 s on more than 10. */
  private static final int OF_DELTA_AC_MAX = 10;

  private Periods() {}

  /** At least 1. */
  static int most(Capabilities capabilities, Learned learned, int configured) {
    int said = Math.min(configured, capabilities.maxSchedulePeriods());
    return within(capabilities, Math.min(said, learned.mostPeriods()));
  }

  /**
   * How many it may be tried with now: never more than it is said to stand; not less than above.
   */
  static int toTry(Capabilities capabilities, Learned learned, int configured, Instant now) {
    int said = Math.min(configured, capabilities.periodsWithoutLessons());
    return Math.max(
        most(capabilities, learned, configured),
        within(capabilities, Math.min(said, learned.periods().toTry(now))));
  }

  private static int within(Capabilities capabilities, int most) {
    return Math.max(1, isDeltaAcMax(capabilities) ? Math.min(OF_DELTA_AC_MAX, most) : most);
  }

  private static boolean isDeltaAcMax(Capabilities capabilities) {
    return capabilities.vendor().toLowerCase(Locale.ROOT).startsWith("delta")
        && capabilities.model().toUpperCase(Locale.ROOT).replace('-', ' ').contains("AC MAX");
  }
}
