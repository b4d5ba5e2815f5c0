package io.evenkeel.smartcharging.domain.forecast;

import java.time.Duration;
import java.time.Instant;

/**
 * What is usual of somebody or somewhere: recent times count more than earlier ones.
 *
 * @param times how often it was seen
 * @param lastAt when it was seen last
 */
public record Habit(double staySeconds, double energyWh, int times, Instant lastAt) {

  private static final double NEWEST_COUNTS = 0.3;

  /** The site's default counts like so many times seen: two say little, forty nearly all. */
  private static final double DEFAULT_COUNTS = 4;

  /** Shorter ones say nothing: somebody plugged in and thought better of it. */
  private static final Duration SHORTEST = Duration.ofMinutes(3);

  private static final Duration LONGEST = Duration.ofDays(7);

  /** The first time. */
  static Habit first(Duration stay, double energyWh, Instant at) {
    return new Habit(stay.toSeconds(), energyWh, 1, at);
  }

  /** After one more. */
  Habit and(Duration stay, double energyWh, Instant at) {
    double counts = Math.max(NEWEST_COUNTS, 1.0 / (times + 1));
    return new Habit(
        staySeconds + counts * (stay.toSeconds() - staySeconds),
        this.energyWh + counts * (energyWh - this.energyWh),
        times + 1,
        at);
  }

  /** Whether a stay says anything about the next one. */
  static boolean isTelling(Duration stay) {
    return stay.compareTo(SHORTEST) >= 0 && stay.compareTo(LONGEST) <= 0;
  }

  /** What to expect: the more often it was seen the more of it, and the less of the default. */
  Usual blended(Usual byDefault) {
    double counts = times / (times + DEFAULT_COUNTS);
    double seconds = byDefault.stay().toSeconds();
    return new Usual(
        Duration.ofSeconds(Math.round(seconds + counts * (staySeconds - seconds))),
        byDefault.energyWh() + counts * (energyWh - byDefault.energyWh()));
  }
}
