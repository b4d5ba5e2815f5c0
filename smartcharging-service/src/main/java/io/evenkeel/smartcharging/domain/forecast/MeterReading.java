package io.evenkeel.smartcharging.domain.forecast;

import java.time.Instant;

/**
 * What a meter said, in A on L1, L2, L3; negative when something generates.
 *
 * @param meter id of the meter
 * @param at by the meter's clock
 */
public record MeterReading(String meter, Instant at, double l1, double l2, double l3) {

  /** On phase 0, 1 or 2. */
  public double on(int phase) {
    return phase == 0 ? l1 : phase == 1 ? l2 : l3;
  }
}
