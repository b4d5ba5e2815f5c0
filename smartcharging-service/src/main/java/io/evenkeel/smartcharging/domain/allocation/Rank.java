package io.evenkeel.smartcharging.domain.allocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session's standing when not all can be served with their minimum. Groups are served one after
 * the other; within a group those are served whose priorities are most together. Rotation in time
 * is priority that grows while waiting, and a turn that, once begun, is kept.
 *
 * @param group a higher one has what it wants before a lower one gets anything; 0 usually
 * @param priority what serving it counts: 1 usually; with 0 it is served where nobody minds
 * @param inTurn it was switched on a short while ago and stays on, whatever else is wanted
 * @param waitingSince in ms since 1970; of equals the earlier comes first. Of those whose turn is
 *     over whoever has been on longest comes last, after all that wait
 */
public record Rank(int group, double priority, boolean inTurn, long waitingSince) {

  /** The rank of somebody who has neither been served nor waited long. */
  public static final Rank ORDINARY = new Rank(0, 1, false, 0);

  /**
   * Who is on and has had a turn counts so much more than who has just come: staying costs no
   * contactor cycle. Less than what waiting half a turn is worth, or turns would never change.
   */
  private static final double STAYING = 1.5;

  /** Waiting grows in steps, so that a site has to think again only at these times. */
  private static final int STEPS_PER_TURN = 4;

  /** Four times as much per turn waited. */
  private static final double GROWTH_PER_STEP = Math.sqrt(2);

  /** Later than anybody waits since, also after what anybody is on since was taken from it. */
  private static final long AFTER_ALL = 1L << 45;

  /** Nobody's waiting outgrows what sums can hold: ten turns. */
  private static final int MOST_STEPS = 40;

  public Rank {
    if (!(priority >= 0) || Double.isInfinite(priority)) {
      throw new IllegalArgumentException("a priority must not be negative: " + priority);
    }
  }

  /**
   * The rank of an ordinary session.
   *
   * @param served whether the session is being served
   * @param since when that began
   */
  public static Rank of(boolean served, Instant since, Duration turn, Instant now) {
    return of(0, 1, served, since, turn, now);
  }

  /**
   * The rank of a session whose group and priority are stated.
   *
   * @param priority what serving it counts before it has waited
   * @param served whether the session is being served
   * @param since when that began
   */
  public static Rank of(
      int group, double priority, boolean served, Instant since, Duration turn, Instant now) {
    if (!served) {
      return new Rank(
          group,
          priority * Math.pow(GROWTH_PER_STEP, Math.min(MOST_STEPS, steps(since, turn, now))),
          false,
          since.toEpochMilli());
    }
    boolean turnOver = !now.isBefore(since.plus(turn));
    return turnOver
        ? new Rank(group, priority * STAYING, false, AFTER_ALL - since.toEpochMilli())
        : new Rank(group, priority, true, since.toEpochMilli());
  }

  /** When, with nothing else changing, the rank will be another one; null when never. */
  public static @Nullable Instant changesAt(
      boolean served, Instant since, Duration turn, Instant now) {
    if (served) {
      Instant end = since.plus(turn);
      return end.isAfter(now) ? end : null;
    }
    long next = steps(since, turn, now) + 1;
    return next > MOST_STEPS ? null : since.plus(turn.multipliedBy(next).dividedBy(STEPS_PER_TURN));
  }

  private static long steps(Instant since, Duration turn, Instant now) {
    Duration waited = Duration.between(since, now);
    if (waited.isNegative() || turn.isZero()) {
      return 0;
    }
    return waited.multipliedBy(STEPS_PER_TURN).dividedBy(turn);
  }
}
