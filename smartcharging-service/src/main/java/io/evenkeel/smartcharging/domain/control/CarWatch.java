package io.evenkeel.smartcharging.domain.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is seen at a connector, and what that says of its car. Readings come on any thread, what the
 * car is allotted from the site's own.
 */
final class CarWatch {

  private final int wired;
  private volatile @Nullable Measured measured;
  private volatile Car car;
  private volatile int allotted;
  private volatile Instant raisedAt = Instant.MIN;

  /**
   * @param wired phases of the connector
   * @param car what is known before anything is seen
   */
  CarWatch(int wired, Car car) {
    this.wired = wired;
    this.car = car;
  }

  /** At the same connector of a site that was described anew. */
  void continues(CarWatch known) {
    measured = known.measured;
    car = known.wired == wired ? known.car : Car.unknown(0, wired);
    allotted = known.allotted;
    raisedAt = known.raisedAt;
  }

  /** The last reading; null: none, or none since the last car left. */
  @Nullable Measured measured() {
    return measured;
  }

  void left() {
    measured = null;
  }

  /** The car of a transaction, of which nothing may be known; null: of none. */
  Car car(@Nullable Session running) {
    Car seen = car;
    return running != null && running.transactionId() == seen.transactionId()
        ? seen
        : Car.unknown(running == null ? 0 : running.transactionId(), wired);
  }

  /**
   * A reading, on any thread.
   *
   * @param transactionId whose reading it is; null: not told
   * @return whether the car is to be given something else
   */
  synchronized boolean saw(
      Measured reading, @Nullable Integer transactionId, @Nullable Session running) {
    measured = reading;
    if (running == null || !isOf(running, reading, transactionId)) {
      return false;
    }
    Car before = car(running);
    Car now = before.seen(reading, wired, allotted, raisedAt);
    car = now;
    return !now.wantsTheSame(before);
  }

  private static boolean isOf(Session running, Measured reading, @Nullable Integer transactionId) {
    return transactionId == null
        ? !reading.at().isBefore(running.startedAt())
        : transactionId == running.transactionId();
  }

  /** What the charger holds for its car now. */
  void allotted(int present, Instant now) {
    if (present > allotted) {
      raisedAt = now;
    }
    allotted = present;
  }
}
