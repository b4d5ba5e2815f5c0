package io.evenkeel.simulator.charging;

import io.evenkeel.ocpp.type.ChargingProfile;

/** A charging profile on a connector; 0 is the whole charge point. */
record InstalledProfile(int connectorId, ChargingProfile profile) {

  /** OCPP 1.6 section 5.16.4: the same purpose and stack level there, or the same id anywhere. */
  boolean isReplacedBy(InstalledProfile other) {
    return profile.chargingProfileId() == other.profile.chargingProfileId()
        || (connectorId == other.connectorId
            && profile.stackLevel() == other.profile.stackLevel()
            && profile.chargingProfilePurpose() == other.profile.chargingProfilePurpose());
  }
}
