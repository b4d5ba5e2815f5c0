package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge point's schedule, in seconds from the question.
 *
 * @param begins when its first second is
 */
record Answered(ChargingSchedule schedule, long begins, Supply supply) {

  /** When it has no more to say. */
  long end() {
    @Nullable Integer duration = schedule.duration();
    // a duration of 0 is the way of some to say that it does not end
    return duration == null || duration == 0 ? Integer.MAX_VALUE : begins + duration;
  }

  /** When its periods begin, in the time after the question. */
  List<Integer> starts() {
    return schedule.chargingSchedulePeriod().stream()
        .map(period -> begins + period.startPeriod())
        .filter(start -> start > 0 && start < Integer.MAX_VALUE)
        .map(Long::intValue)
        .toList();
  }

  /** What it allows then, in A per phase; null where it says nothing. */
  @Nullable Double at(int second) {
    @Nullable ChargingSchedulePeriod current = null;
    for (ChargingSchedulePeriod period : schedule.chargingSchedulePeriod()) {
      if (begins + period.startPeriod() <= second) {
        current = period;
      }
    }
    return current == null ? null : supply.limit(current, schedule.chargingRateUnit()).amperes();
  }
}
