package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.simulator.charging.ProfileStore;
import io.evenkeel.smartcharging.domain.control.Steps.Played;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a virtual charge point, which shares no code with the service, behind a quirk:
 * what it makes of a limit is its own reckoning.
 */
final class SimulatedCharger {

  private final ChargerModel model;
  private final Predicate<ChargingProfile> refuses;
  private final ProfileStore store;
  private final Steps site;
  private ProfileStore.@Nullable Running running;
  int longest;
  int lost;

  SimulatedCharger(
      Steps site, ChargerModel model, int stackLevels, Predicate<ChargingProfile> refuses) {
    this.site = site;
    this.model = model;
    this.refuses = refuses;
    this.store = new ProfileStore(model, stackLevels, 20);
  }

  /** One that stands so many periods, and does not answer to more. */
  static ChargerModel standing(int periods, int phases) {
    return new ChargerModel(
        "odd",
        "Odd",
        "One",
        "1",
        1,
        phases,
        32,
        10,
        periods,
        Duration.ofSeconds(60),
        false,
        Map.of());
  }

  void plugIn(int transaction) {
    site.start("A", transaction);
    running = new ProfileStore.Running(transaction, site.time());
  }

  Played answers(Send send) {
    return switch (send) {
      case Send.Apply apply -> set(apply.request());
      case Send.ReadBack asked -> answered(composite(asked.request()));
    };
  }

  private Played set(SetChargingProfile.Request request) {
    ChargingProfile profile = request.csChargingProfiles();
    int periods = profile.chargingSchedule().chargingSchedulePeriod().size();
    longest = Math.max(longest, periods);
    if (periods > model.stoodPeriods()) {
      lost++;
      return new Played(Outcome.TimedOut, null);
    }
    boolean taken = !refuses.test(profile) && store.set(request.connectorId(), profile, running);
    return answered(new SetChargingProfile.Response(taken ? Status.Accepted : Status.Rejected));
  }

  private GetCompositeSchedule.Response composite(GetCompositeSchedule.Request asked) {
    Instant from = site.time().truncatedTo(ChronoUnit.SECONDS);
    return new GetCompositeSchedule.Response(
        GetCompositeSchedule.Status.Accepted,
        asked.connectorId(),
        Timestamp.of(from),
        store.composite(
            asked.connectorId(),
            List.of(Optional.ofNullable(running)),
            from,
            asked.duration(),
            asked.chargingRateUnit()));
  }

  private static Played answered(io.evenkeel.ocpp.Response response) {
    return new Played(Outcome.Answered, response);
  }

  /** What the car that is there may draw, in A per phase. */
  double limit() {
    return store.limitA(1, running, 1, site.time());
  }
}
