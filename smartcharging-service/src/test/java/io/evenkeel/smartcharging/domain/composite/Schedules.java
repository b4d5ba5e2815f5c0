package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from profiles at noon, ten minutes into transaction 7: "start:limit start:limit".
 */
final class Schedules {

  static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  static final Running RUNNING = new Running(7, NOW.minusSeconds(600));
  static final Supply SUPPLY = new Supply(230, 3);
  static final int HOUR = 3600;

  private Schedules() {}

  static InstalledProfiles held(List<SetChargingProfile.Request> profiles) {
    InstalledProfiles held = InstalledProfiles.NONE;
    for (SetChargingProfile.Request one : profiles) {
      held = held.set(one);
    }
    return held;
  }

  static String text(CompositeSchedule schedule) {
    return schedule.steps().stream()
        .map(
            step ->
                step.start()
                    + ":"
                    + (step.limit() == null ? "free" : String.valueOf(step.limit() / 10.0)))
        .collect(Collectors.joining(" "));
  }

  static String schedule(
      List<SetChargingProfile.Request> profiles, @Nullable Running running, Instant from) {
    return text(
        CompositeSchedule.of(held(profiles), 1, running, from, HOUR, ChargingRateUnit.A, SUPPLY));
  }

  static String running(SetChargingProfile.Request... profiles) {
    return schedule(List.of(profiles), RUNNING, NOW);
  }

  static String idle(SetChargingProfile.Request... profiles) {
    return schedule(List.of(profiles), null, NOW);
  }
}
