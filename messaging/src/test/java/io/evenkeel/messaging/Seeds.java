package io.evenkeel.messaging;

import java.util.Random;
import java.util.stream.LongStream;

/** Randomness of property tests: -Dmessaging.seed=n repeats one run. */
public final class Seeds {
  private Seeds() {}

  public static LongStream of(int runs) {
    String given = System.getProperty("messaging.seed", "");
    return given.isEmpty() ? new Random().longs(runs) : LongStream.of(Long.parseLong(given));
  }

  public static String repeat(long seed) {
    return "repeat with -Dmessaging.seed=" + seed;
  }
}
