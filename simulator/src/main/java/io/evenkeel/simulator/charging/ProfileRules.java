package io.evenkeel.simulator.charging;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingSchedule;

/** What a charge point rejects in a profile (OCPP 1.6 sections 3.13 and 5.16). Pure. */
final class ProfileRules {
  private ProfileRules() {}

  /** Whether a profile may be set on a connector at all, whatever else is installed there. */
  static boolean acceptable(int connectorId, ChargingProfile profile, int maxStackLevel) {
    return placed(connectorId, profile)
        && timed(profile)
        && profile.stackLevel() >= 0
        && profile.stackLevel() <= maxStackLevel
        && ordered(profile.chargingSchedule());
  }

  private static boolean placed(int connectorId, ChargingProfile profile) {
    return switch (profile.chargingProfilePurpose()) {
      case ChargePointMaxProfile ->
          connectorId == 0 && profile.chargingProfileKind() != ChargingProfileKind.Relative;
      case TxDefaultProfile -> true;
      case TxProfile -> connectorId > 0;
    };
  }

  private static boolean timed(ChargingProfile profile) {
    var start = profile.chargingSchedule().startSchedule();
    return switch (profile.chargingProfileKind()) {
      case Absolute -> start != null;
      case Recurring -> start != null && profile.recurrencyKind() != null;
      case Relative -> true;
    };
  }

  private static boolean ordered(ChargingSchedule schedule) {
    int last = -1;
    for (var period : schedule.chargingSchedulePeriod()) {
      if (period.startPeriod() <= last || period.limit().signum() < 0) {
        return false;
      }
      last = period.startPeriod();
    }
    return !schedule.chargingSchedulePeriod().isEmpty()
        && schedule.chargingSchedulePeriod().getFirst().startPeriod() == 0;
  }

  static boolean isForTransaction(ChargingProfile profile) {
    return profile.chargingProfilePurpose() == ChargingProfilePurpose.TxProfile;
  }
}
