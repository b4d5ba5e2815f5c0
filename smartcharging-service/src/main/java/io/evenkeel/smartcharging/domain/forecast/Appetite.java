package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Amperes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of its share a car takes. One that draws less than it is allotted is asked for no more
 * than it draws and a guard band, so that others get the rest; when it draws close to that it wants
 * all it can get again. Currents are whole tenths of an ampere.
 *
 * @param ceiling what is asked for it at most; null: all it can get
 * @param returns how often it wanted more again: a restless car is believed more slowly
 */
public record Appetite(@Nullable Integer ceiling, int returns) {

  /** All it can get: of a car of which nothing is known. */
  public static final Appetite HEARTY = new Appetite(null, 0);

  /** What it keeps above what it draws. */
  static final int BAND = 20;

  /** How close to its limit it comes when it wants more; less than the band. */
  static final int CLOSE = 10;

  /** How long a car may take to follow a limit that was raised. */
  static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final int MOST_DOUBLINGS = 4;

  /** It never keeps less: a car that is full for now must be able to begin again. */
  private static final int LEAST = Amperes.LEAST;

  /**
   * After a reading.
   *
   * @param drawn on its busiest phase
   * @param allotted what the charger has confirmed
   * @param raisedAt when that was last more than before
   */
  public Appetite seen(Instant at, int drawn, int allotted, Instant raisedAt) {
    if (allotted < LEAST) {
      return this;
    }
    int wanted = Math.max(LEAST, drawn + BAND);
    if (ceiling == null) {
      boolean hadTime = !at.isBefore(raisedAt.plus(patience()));
      return hadTime && wanted < allotted ? new Appetite(wanted, returns) : this;
    }
    if (drawn >= Math.min(allotted, ceiling) - CLOSE) {
      return new Appetite(null, returns + 1);
    }
    return wanted < ceiling - CLOSE ? new Appetite(wanted, returns) : this;
  }

  private Duration patience() {
    return PATIENCE.multipliedBy(1L << Math.min(returns, MOST_DOUBLINGS));
  }

  /** How much to ask for. */
  public int limited(int maximum) {
    return ceiling == null ? maximum : Math.min(maximum, ceiling);
  }
}
