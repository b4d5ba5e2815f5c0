package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.forecast.Appetite;
import io.evenkeel.smartcharging.domain.forecast.PhasesUsed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What was learned of the car of a running transaction.
 *
 * @param at when it was last seen drawing
 */
record Car(PhasesUsed phases, Appetite appetite, Instant at) {

  /** Of which nothing is known. */
  static Car unknown(int wired) {
    return new Car(PhasesUsed.all(wired), Appetite.HEARTY, Instant.MIN);
  }

  /**
   * After a reading; one that was seen before changes nothing.
   *
   * @param allotted what the charger has confirmed, in tenths of an ampere
   * @param raisedAt when that was last more than before
   */
  Car seen(Measured measured, int wired, int allotted, Instant raisedAt) {
    if (!measured.at().isAfter(at)) {
      return this;
    }
    BigDecimal most =
        measured.currentA().stream()
            .limit(wired)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    return new Car(
        phases.seen(measured.at(), measured.currentA(), wired),
        appetite.seen(measured.at(), most.movePointRight(1).intValue(), allotted, raisedAt),
        measured.at());
  }

  /** Whether it is to be given the same. */
  boolean wantsTheSame(Car other) {
    return phases.count() == other.phases.count()
        && Objects.equals(appetite.ceiling(), other.appetite.ceiling());
  }
}
