package io.evenkeel.smartcharging.domain.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many periods of a schedule a charge point was found to stand. An answer that nobody can read
 * says that a schedule was too long. One that never came may have been lost on its way: that is
 * looked at again after an hour, a day and a week, until the charge point takes as many, or has
 * lost them each time. How soon a connection drops after a schedule tells nothing: some chargers
 * hang for half a minute before they hang up.
 *
 * @param certain it is certain to stand no more; {@link Integer#MAX_VALUE} when nothing is known
 * @param doubt what else may be too much; null: nothing
 */
public record PeriodsStood(int certain, @Nullable Doubt doubt) {

  /** Of a charge point that has taught nothing. */
  public static final PeriodsStood UNKNOWN = new PeriodsStood(Integer.MAX_VALUE, null);

  /** When a loss is looked at again, counted from the one before. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

  /**
   * A schedule was lost, and nobody knows why.
   *
   * @param most it gets no more for the time being
   * @param lost it had so many
   * @param trials how often so many, or fewer, have been lost since
   * @param tryAt from when on it may be tried with so many again
   */
  public record Doubt(int most, int lost, int trials, Instant tryAt) {

    private static Doubt of(int lost, Instant now) {
      return new Doubt(lost / 2, lost, 0, now.plus(PAUSES.getFirst()));
    }

    private @Nullable Doubt lostAgain(Instant now) {
      int next = trials + 1;
      return next == PAUSES.size() ? null : new Doubt(most, lost, next, now.plus(PAUSES.get(next)));
    }
  }

  /** How many it gets, as far as is known here. */
  public int most() {
    return doubt == null ? certain : Math.min(certain, doubt.most);
  }

  /** How many it may be tried with now; not less than the above. */
  int toTry(Instant now) {
    return doubt == null || now.isBefore(doubt.tryAt) ? most() : Math.min(certain, doubt.lost);
  }

  /** It answered something unreadable to so many. One period is what every charger stands. */
  PeriodsStood hung(int periods) {
    int half = Math.max(1, periods / 2);
    return periods <= 1
        ? this
        : new PeriodsStood(
            Math.min(certain, half), doubt != null && doubt.most < half ? doubt : null);
  }

  /** No answer came to so many. */
  PeriodsStood lost(int periods, Instant now) {
    if (periods <= 1) {
      return this;
    }
    if (doubt == null || periods <= doubt.most) {
      return new PeriodsStood(certain, Doubt.of(periods, now));
    }
    @Nullable Doubt again = doubt.lostAgain(now);
    return new PeriodsStood(again == null ? most() : certain, again);
  }

  /** It took so many. */
  PeriodsStood stood(int periods) {
    if (doubt == null || periods <= doubt.most) {
      return this;
    }
    return new PeriodsStood(
        certain,
        periods >= doubt.lost ? null : new Doubt(periods, doubt.lost, doubt.trials, doubt.tryAt));
  }

  /** For people. */
  String because() {
    return doubt == null
        ? "no schedule of more periods was answered as it should be"
        : "a schedule of %d periods was not answered; so many are tried again from %s on"
            .formatted(doubt.lost, doubt.tryAt);
  }
}
