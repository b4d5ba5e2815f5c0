package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.forecast.Appetite;
import io.evenkeel.smartcharging.domain.forecast.LeastCurrent;
import io.evenkeel.smartcharging.domain.forecast.PhasesUsed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What was learned of the car of a running transaction.
 *
 * @param transactionId what is known of it says nothing of the car of another
 * @param at when it was last seen drawing
 */
record Car(
    int transactionId, PhasesUsed phases, Appetite appetite, LeastCurrent least, Instant at) {

  /** Of which nothing is known. */
  static Car unknown(int transactionId, int wired) {
    return new Car(
        transactionId, PhasesUsed.all(wired), Appetite.HEARTY, LeastCurrent.UNKNOWN, Instant.MIN);
  }

  /** Of which it is known that it uses so many phases, and nothing else. */
  static Car remembered(int transactionId, int phases) {
    return unknown(transactionId, phases);
  }

  /**
   * After a reading. One that was seen before changes nothing, nor does one that is older, unless
   * it shows more phases: those count whenever they were seen.
   *
   * @param allotted what the charger has confirmed, in tenths of an ampere
   * @param raisedAt when that was last more than before
   */
  Car seen(Measured measured, int wired, int allotted, Instant raisedAt) {
    PhasesUsed used = phases.seen(measured.at(), measured.currentA(), wired);
    if (!measured.at().isAfter(at)) {
      return used.count() > phases.count()
          ? new Car(transactionId, used, appetite, least, at)
          : this;
    }
    BigDecimal most =
        measured.currentA().stream()
            .limit(wired)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    int drawn = most.movePointRight(1).intValue();
    return new Car(
        transactionId,
        used,
        appetite.seen(measured.at(), drawn, allotted, raisedAt),
        least.seen(measured.at(), drawn, allotted, raisedAt),
        measured.at());
  }

  /** Whether it is to be given the same. */
  boolean wantsTheSame(Car other) {
    return phases.count() == other.phases.count()
        && least.asksTheSame(other.least)
        && Objects.equals(appetite.ceiling(), other.appetite.ceiling());
  }
}
