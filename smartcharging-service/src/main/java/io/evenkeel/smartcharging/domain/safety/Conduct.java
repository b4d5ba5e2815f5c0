package io.evenkeel.smartcharging.domain.safety;

/**
 * How far a charger does what it is told.
 *
 * @param uncontrolled it refuses profiles: it counts at its maximum
 * @param timed it has shown that it keeps to the times of a schedule; otherwise a schedule counts
 *     at its highest period for all time
 * @param drawn what it was seen drawing against what it holds, per phase; 0 when it obeys
 * @param byHand the most that profiles of somebody else in it allow; 0 when there are none
 */
public record Conduct(boolean uncontrolled, boolean timed, int drawn, int byHand) {

  /** Of a charger of which nothing is known. */
  public static final Conduct UNKNOWN = new Conduct(false, false, 0, 0);
}
