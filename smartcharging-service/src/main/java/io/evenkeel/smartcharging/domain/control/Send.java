package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import java.time.Instant;

/** Something to be sent now; its {@link SiteControl#completed outcome} is awaited. */
public sealed interface Send {

  ConnectorKey key();

  /** How often the charge point had connected or booted. */
  int life();

  Request request();

  /**
   * A profile.
   *
   * @param before what the connector could draw before it
   */
  record Apply(
      ConnectorKey key,
      Change change,
      Exposure before,
      int life,
      SetChargingProfile.Request request)
      implements Send {

    /** Of its schedule. */
    int periods() {
      return request.csChargingProfiles().chargingSchedule().chargingSchedulePeriod().size();
    }
  }

  /**
   * The question what it makes of its profiles.
   *
   * @param before what the connector holds
   */
  record ReadBack(
      ConnectorKey key,
      Exposure before,
      Instant askedAt,
      int life,
      GetCompositeSchedule.Request request)
      implements Send {}
}
