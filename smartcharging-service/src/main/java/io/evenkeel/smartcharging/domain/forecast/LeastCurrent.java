package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Amperes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether charging needs more than the least current that is said. A car that draws nothing may be
 * full, or wait for something; only one that never drew so little, draws nothing for some readings,
 * and charges at once when it is given 8 A, or 10 A, needs that. It is tried once in a transaction.
 * Currents are whole tenths of an ampere.
 *
 * @param charges the least that it was seen charging with
 * @param idle what it was last seen drawing nothing with; 0: none
 * @param times in how many readings
 * @param since the first of them
 * @param asks what it is to be given, to see; 0: nothing
 * @param found it charges from this on, and not with less; 0: not known
 * @param inVain it was tried, and draws nothing
 */
public record LeastCurrent(
    int charges,
    int idle,
    int times,
    @Nullable Instant since,
    int asks,
    int found,
    boolean inVain) {

  /** Of a car that was not seen yet. */
  public static final LeastCurrent UNKNOWN =
      new LeastCurrent(Integer.MAX_VALUE, 0, 0, null, 0, 0, false);

  private static final int DRAWS = 10;
  private static final int CHARGES = 40;

  /** What is tried. */
  private static final int SOME = 80;

  private static final int MOST = 100;
  private static final int TIMES = 3;
  private static final Duration LASTING = Duration.ofSeconds(60);

  /** How long a car may take to begin when it is given enough. */
  private static final Duration AT_ONCE = Duration.ofMinutes(2);

  /**
   * After a reading.
   *
   * @param drawn on its busiest phase
   * @param allotted what the charger has confirmed
   * @param raisedAt when that was last more than before
   */
  public LeastCurrent seen(Instant at, int drawn, int allotted, Instant raisedAt) {
    boolean waking = drawn >= DRAWS && drawn < CHARGES;
    boolean late = drawn > allotted + DRAWS; // it follows what was before
    if (allotted < Amperes.LEAST || waking || late) {
      return this;
    }
    return drawn >= CHARGES
        ? charging(at, allotted, raisedAt)
        : drawingNothing(at, allotted, raisedAt);
  }

  private LeastCurrent charging(Instant at, int allotted, Instant raisedAt) {
    boolean answer = asks > 0 && allotted >= asks && charges > idle && found == 0;
    boolean atOnce = !at.isAfter(raisedAt.plus(AT_ONCE));
    return new LeastCurrent(
        Math.min(charges, allotted),
        0,
        0,
        null,
        0,
        answer && atOnce ? asks : found,
        inVain || (answer && !atOnce));
  }

  private LeastCurrent drawingNothing(Instant at, int allotted, Instant raisedAt) {
    if (found > 0 || inVain || charges <= allotted || allotted > MOST) {
      return this;
    }
    if (allotted != idle || since == null || at.isBefore(since)) {
      return new LeastCurrent(charges, allotted, 1, at, asks, found, false);
    }
    boolean enough =
        times + 1 >= TIMES
            && !at.isBefore(since.plus(LASTING))
            && !at.isBefore(raisedAt.plus(Appetite.PATIENCE));
    if (!enough) {
      return new LeastCurrent(charges, idle, times + 1, since, asks, found, false);
    }
    return allotted == MOST
        ? new LeastCurrent(charges, idle, times + 1, since, 0, found, true)
        : new LeastCurrent(
            charges, idle, times + 1, since, allotted < SOME ? SOME : MOST, found, false);
  }

  /** It is not to be given less, now; 0: not known. */
  public int needs() {
    return Math.max(asks, found);
  }

  /** Whether it is to be given the same. */
  public boolean asksTheSame(LeastCurrent other) {
    return asks == other.asks && found == other.found && inVain == other.inVain;
  }
}
