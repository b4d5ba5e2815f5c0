package io.evenkeel.smartcharging.domain.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running transaction that takes part in the allocation, on a charger that can be told what to
 * do.
 *
 * @param connector its connector's number in the site's tree
 * @param phases how many phases the car uses, or is believed to
 * @param minimum least current it charges with, in tenths of an ampere
 * @param maximum most that car, cable and charger stand
 * @param present what it is to get at present
 * @param onUntil before then it is not switched off, since it began to charge lately; null: it may
 *     be at any time
 * @param maxPeriods periods of a schedule that the charger stands
 * @param deliveredWh since the start of the transaction
 * @param usual what is believed where the driver said nothing
 */
public record LiveSession(
    int connector,
    int transactionId,
    Instant startedAt,
    int phases,
    int minimum,
    int maximum,
    int present,
    @Nullable Instant onUntil,
    int maxPeriods,
    double deliveredWh,
    Wish wish,
    Habit usual) {

  /** The same with what is known of the car and its driver. */
  public LiveSession knowing(double deliveredWh, Wish wish, Habit usual) {
    return new LiveSession(
        connector,
        transactionId,
        startedAt,
        phases,
        minimum,
        maximum,
        present,
        onUntil,
        maxPeriods,
        deliveredWh,
        wish,
        usual);
  }

  /** The same with another wish. */
  public LiveSession wishing(Wish other) {
    return knowing(deliveredWh, other, usual);
  }

  /**
   * What is believed of a car whose driver says nothing.
   *
   * @param departure when it usually goes
   * @param energyWh what it usually takes
   */
  public record Habit(Instant departure, double energyWh) {}
}
