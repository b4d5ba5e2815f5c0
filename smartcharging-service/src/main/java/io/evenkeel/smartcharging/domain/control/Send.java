package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;

/**
 * A profile to be sent now; its {@link SiteControl#completed outcome} is awaited.
 *
 * @param before what the connector could draw before it
 * @param life how often the charge point had connected or booted
 */
public record Send(
    ConnectorKey key,
    Change change,
    Exposure before,
    int life,
    SetChargingProfile.Request request) {}
