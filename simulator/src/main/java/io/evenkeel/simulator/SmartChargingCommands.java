package io.evenkeel.simulator;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.temporal.ChronoUnit;

/** Charging profiles (OCPP 1.6 sections 5.5, 5.7 and 5.16). */
final class SmartChargingCommands {
  private static final String EMPTY_STATUS = "{\"status\":\"\"}";

  private final Station station;

  SmartChargingCommands(Station station) {
    this.station = station;
  }

  Answer set(SetChargingProfile.Request request) {
    var profile = request.csChargingProfiles();
    int periods = profile.chargingSchedule().chargingSchedulePeriod().size();
    var model = station.model();
    if (periods > model.stoodPeriods() && !model.hangsFor().isZero()) {
      return new Answer.Hang(model.hangsFor(), new Answer.AndDrop(new Answer.Raw(EMPTY_STATUS)));
    }
    var connector = station.connector(request.connectorId());
    var running = connector == null ? null : connector.transaction();
    boolean taken =
        station.profiles.set(
            request.connectorId(), profile, running == null ? null : running.forProfiles());
    return Answer.give(
        new SetChargingProfile.Response(
            taken ? SetChargingProfile.Status.Accepted : SetChargingProfile.Status.Rejected),
        station::refreshAll);
  }

  Answer clear(ClearChargingProfile.Request request) {
    boolean any = station.profiles.clear(request);
    return Answer.give(
        new ClearChargingProfile.Response(
            any ? ClearChargingProfile.Status.Accepted : ClearChargingProfile.Status.Unknown),
        station::refreshAll);
  }

  Answer composite(GetCompositeSchedule.Request request) {
    var connector = station.connector(request.connectorId());
    if ((connector == null && request.connectorId() != 0) || request.duration() <= 0) {
      return Answer.give(
          new GetCompositeSchedule.Response(
              GetCompositeSchedule.Status.Rejected, null, null, null));
    }
    var from = station.now().truncatedTo(ChronoUnit.SECONDS);
    var unit = request.chargingRateUnit() == null ? ChargingRateUnit.A : request.chargingRateUnit();
    var schedule =
        station.profiles.composite(
            request.connectorId(), station.running(), from, request.duration(), unit);
    return Answer.give(
        new GetCompositeSchedule.Response(
            GetCompositeSchedule.Status.Accepted,
            request.connectorId(),
            Timestamp.of(from),
            schedule));
  }
}
