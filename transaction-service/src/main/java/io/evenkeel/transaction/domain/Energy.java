package io.evenkeel.transaction.domain;

/** Energy between two readings of an import register. */
public final class Energy {
  private Energy() {}

  /** Wh from one reading to a later one; 0 when the register went backwards. */
  public static long between(long start, long stop) {
    if (stop <= start) {
      return 0;
    }
    long difference = stop - start;
    return difference < 0 ? Long.MAX_VALUE : difference; // readings clamped at both ends
  }
}
