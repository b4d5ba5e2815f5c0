package io.evenkeel.smartcharging.bench;

import java.util.Locale;

/**
 * A line of the benchmark's table.
 *
 * @param asked what is to be reached, and {@code reached} what was, in {@code unit}
 * @param atLeast whether more is better; else less is
 */
record Figure(String what, double asked, double reached, String unit, boolean atLeast) {

  static Figure atMost(String what, double asked, double reached, String unit) {
    return new Figure(what, asked, reached, unit, false);
  }

  static Figure atLeast(String what, double asked, double reached, String unit) {
    return new Figure(what, asked, reached, unit, true);
  }

  boolean isReached() {
    return atLeast ? reached >= asked : reached <= asked;
  }

  /** {@code what | asked | reached | verdict}, with by how much it is missed. */
  String row() {
    return String.format(
        Locale.ROOT,
        "%-80s %2s %9s %9s  %s",
        what,
        atLeast ? ">=" : "<=",
        number(asked),
        number(reached) + unit,
        isReached() ? "reached" : "MISSED by " + number(Math.abs(reached - asked)) + unit);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%.2f", value);
  }
}
