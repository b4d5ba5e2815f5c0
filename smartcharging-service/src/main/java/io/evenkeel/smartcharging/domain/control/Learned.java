package io.evenkeel.smartcharging.domain.control;

/**
 * What a charge point taught about itself.
 *
 * @param mostPeriods schedules of more periods hung it, or may have; {@link Integer#MAX_VALUE} when
 *     nothing is known
 * @param acceptsZero false when it refused 0 A and took its least current instead
 */
public record Learned(int mostPeriods, boolean acceptsZero, Timekeeping timekeeping) {

  /** Of a charge point that has taught nothing yet. */
  public static final Learned NOTHING = new Learned(Integer.MAX_VALUE, true, Timekeeping.UNPROVEN);

  Learned mostPeriods(int most) {
    return new Learned(most, acceptsZero, timekeeping);
  }

  Learned acceptsZero(boolean accepts) {
    return new Learned(mostPeriods, accepts, timekeeping);
  }

  Learned timekeeping(Timekeeping now) {
    return new Learned(mostPeriods, acceptsZero, now);
  }
}
