package io.evenkeel.smartcharging.domain.forecast;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of its connector's phases a car uses, learned from what it draws. A car that has shown
 * fewer phases in some readings, for some time, counts with so many; one that shows more counts
 * with more at once. It begins, and begins anew with every transaction, with all that are wired.
 *
 * @param count the first so many phases of the connector
 * @param fewer how many were seen since that began; count when they were all
 * @param times in how many readings
 * @param since the first of them; null when there was none
 */
public record PhasesUsed(int count, int fewer, int times, @Nullable Instant since) {

  private static final BigDecimal DRAWS = BigDecimal.ONE;

  /** A car that draws less than this on its busiest phase may be waking up, or going to sleep. */
  private static final BigDecimal DRAWS_FOR_CERTAIN = BigDecimal.valueOf(4);

  private static final int TIMES = 3;
  private static final Duration LASTING = Duration.ofSeconds(60);

  /** Nothing was seen yet. */
  public static PhasesUsed all(int wired) {
    return new PhasesUsed(wired, wired, 0, null);
  }

  /**
   * After a reading.
   *
   * @param currentA per phase of the connector; one that was not told counts as drawing
   * @param wired how many phases the connector has
   */
  public PhasesUsed seen(Instant at, List<@Nullable BigDecimal> currentA, int wired) {
    int used = 0;
    boolean certain = currentA.size() >= wired;
    BigDecimal most = BigDecimal.ZERO;
    for (int i = 0; i < Math.min(wired, currentA.size()); i++) {
      @Nullable BigDecimal current = currentA.get(i);
      if (current == null || current.compareTo(DRAWS) >= 0) {
        used = i + 1;
      }
      certain &= current != null;
      most = current == null ? most : most.max(current);
    }
    if (used > count) {
      return new PhasesUsed(used, used, 0, null);
    }
    if (!certain || most.compareTo(DRAWS_FOR_CERTAIN) < 0) {
      return this;
    }
    return used == count ? new PhasesUsed(count, count, 0, null) : fewer(used, at);
  }

  private PhasesUsed fewer(int used, Instant at) {
    if (since == null || at.isBefore(since)) {
      return new PhasesUsed(count, used, 1, at);
    }
    int most = Math.max(used, fewer);
    boolean enough = times + 1 >= TIMES && !at.isBefore(since.plus(LASTING));
    return enough
        ? new PhasesUsed(most, most, 0, null)
        : new PhasesUsed(count, most, times + 1, since);
  }
}
