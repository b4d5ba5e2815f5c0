package io.evenkeel.ocpp;

import java.util.random.RandomGenerator;

/** Where the property tests' randomness comes from; {@code -Docpp.seed=…} repeats a run. */
final class Seed {
  private static final String GIVEN = System.getProperty("ocpp.seed", "");

  private Seed() {}

  static long next() {
    return GIVEN.isBlank() ? RandomGenerator.getDefault().nextLong() : Long.parseLong(GIVEN);
  }

  static String says(long seed) {
    return "repeat with -Docpp.seed=" + seed;
  }
}
