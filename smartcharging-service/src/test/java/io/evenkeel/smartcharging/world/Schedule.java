package io.evenkeel.smartcharging.world;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile as a charger reads it: amperes as doubles, by its own clock.
 *
 * @param begin when its first period begins
 */
record Schedule(ChargingProfile profile, Instant begin, double voltage, int phases) {

  /**
   * @param relativeTo where the charger has Relative schedules begin
   * @param clockOff how far its clock is ahead
   */
  static Schedule of(
      ChargingProfile profile, Instant relativeTo, Duration clockOff, double voltage, int phases) {
    var start = profile.chargingSchedule().startSchedule();
    Instant begin =
        profile.chargingProfileKind() == ChargingProfileKind.Absolute && start != null
            ? start.instant().minus(clockOff)
            : relativeTo;
    return new Schedule(profile, begin, voltage, phases);
  }

  /** In A per phase; null when it says nothing of that time. */
  @Nullable Double at(Instant when) {
    Integer duration = profile.chargingSchedule().duration();
    if (when.isBefore(begin) || (duration != null && !when.isBefore(begin.plusSeconds(duration)))) {
      return null;
    }
    ChargingSchedulePeriod current = null;
    for (ChargingSchedulePeriod period : profile.chargingSchedule().chargingSchedulePeriod()) {
      if (!when.isBefore(begin.plusSeconds(period.startPeriod()))) {
        current = period;
      }
    }
    return current == null ? null : amperes(current);
  }

  private double amperes(ChargingSchedulePeriod period) {
    double limit = period.limit().doubleValue();
    boolean watts = profile.chargingSchedule().chargingRateUnit() == ChargingRateUnit.W;
    return watts ? limit / (voltage * phases) : limit;
  }

  /** When it may say something else. */
  List<Instant> changes() {
    List<Instant> changes = new ArrayList<>();
    for (ChargingSchedulePeriod period : profile.chargingSchedule().chargingSchedulePeriod()) {
      changes.add(begin.plusSeconds(period.startPeriod()));
    }
    Integer duration = profile.chargingSchedule().duration();
    if (duration != null) {
      changes.add(begin.plusSeconds(duration));
    }
    return changes;
  }
}
