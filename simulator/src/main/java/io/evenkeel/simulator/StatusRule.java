package io.evenkeel.simulator;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.simulator.charging.ChargerModel;

/** The status that follows from how a connector stands (OCPP 1.6 section 4.9). Pure. */
final class StatusRule {
  private StatusRule() {}

  /**
   * How a connector stands.
   *
   * @param inTransaction whether one runs, and {@code wanted} whether it may draw
   * @param limitA what it may draw per phase
   * @param plugged whether a car is there, and {@code full} whether it wants nothing more
   * @param finished whether that car has charged already
   * @param expected whether somebody was let in and has not plugged in yet
   */
  record Facts(
      ChargePointErrorCode error,
      boolean operative,
      boolean inTransaction,
      boolean wanted,
      double limitA,
      boolean plugged,
      boolean full,
      boolean finished,
      boolean expected,
      boolean reserved) {}

  static ChargePointStatus of(Facts facts) {
    if (facts.error() != ChargePointErrorCode.NoError) {
      return ChargePointStatus.Faulted;
    }
    if (facts.inTransaction()) {
      return inTransaction(facts);
    }
    if (!facts.operative()) {
      return ChargePointStatus.Unavailable;
    }
    if (facts.plugged()) {
      return facts.finished() ? ChargePointStatus.Finishing : ChargePointStatus.Preparing;
    }
    if (facts.expected()) {
      return ChargePointStatus.Preparing;
    }
    return facts.reserved() ? ChargePointStatus.Reserved : ChargePointStatus.Available;
  }

  private static ChargePointStatus inTransaction(Facts facts) {
    if (facts.limitA() < ChargerModel.LEAST_A || !facts.wanted()) {
      return ChargePointStatus.SuspendedEVSE;
    }
    return !facts.plugged() || facts.full()
        ? ChargePointStatus.SuspendedEV
        : ChargePointStatus.Charging;
  }
}
