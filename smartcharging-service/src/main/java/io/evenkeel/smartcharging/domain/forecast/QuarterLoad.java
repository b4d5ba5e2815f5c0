package io.evenkeel.smartcharging.domain.forecast;

import java.time.Instant;

/**
 * What was drawn beside charging in a quarter of an hour, on average, in A on L1, L2, L3.
 *
 * @param meter id of the meter
 * @param start when the quarter began
 */
public record QuarterLoad(String meter, Instant start, double l1, double l2, double l3) {

  /** How long it is. */
  public static final long SECONDS = 900;
}
