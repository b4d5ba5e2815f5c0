package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import java.util.Locale;

/** How many periods of a schedule a charge point really stands. */
final class Periods {

  /** A Delta AC MAX advertises 20, and hangs for 31 s on more than 10. */
  private static final int OF_DELTA_AC_MAX = 10;

  private Periods() {}

  /** At least 1. */
  static int most(Capabilities capabilities, Learned learned, int configured) {
    int most =
        Math.min(configured, Math.min(capabilities.maxSchedulePeriods(), learned.mostPeriods()));
    return Math.max(1, isDeltaAcMax(capabilities) ? Math.min(OF_DELTA_AC_MAX, most) : most);
  }

  private static boolean isDeltaAcMax(Capabilities capabilities) {
    return capabilities.vendor().toLowerCase(Locale.ROOT).startsWith("delta")
        && capabilities.model().toUpperCase(Locale.ROOT).replace('-', ' ').contains("AC MAX");
  }
}
