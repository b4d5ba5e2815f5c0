package io.evenkeel.smartcharging.domain.control;

import java.time.Duration;

/**
 * How a site is steered.
 *
 * @param retryFirst pause after a charger did not take a profile; doubles with every failure
 * @param retryLongest where the doubling ends
 * @param smallestIncrease an increase by less is not sent, in tenths of an ampere
 * @param turn how long a session keeps being served when others wait, and how long they wait at
 *     most before they come first
 * @param replayedAfter a start that is older than this on receipt was told later than it happened:
 *     whether the transaction still runs is not known
 * @param maxInFlight profiles of one site under way at once
 * @param mostPeriods of a schedule, whatever a charger says it stands
 * @param readBackPause between two questions to one charge point what it makes of its profiles
 * @param grace how long a connector may draw more than it holds
 * @param guard how far a charger's time may be off: decreases are written earlier by it, increases
 *     later
 */
public record Settings(
    Duration retryFirst,
    Duration retryLongest,
    int smallestIncrease,
    Duration turn,
    Duration replayedAfter,
    int maxInFlight,
    int mostPeriods,
    Duration guard,
    Duration readBackPause,
    Duration grace) {

  /** Of what a connector may draw, so much more is within what meters and cars do. */
  private static final double BAND = 0.05;

  private static final int SMALLEST_BAND = 10;

  /** How far above what it holds a connector may be seen, in tenths of an ampere. */
  int band(int allowed) {
    return Math.max(SMALLEST_BAND, (int) Math.ceil(BAND * allowed));
  }

  /** The pause after so many failures in a row, counted from 1. */
  Duration pauseAfter(int failures) {
    Duration pause = retryFirst.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(retryLongest) < 0 ? pause : retryLongest;
  }
}
