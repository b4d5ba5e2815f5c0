package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;

/**
 * A charging profile in a charge point.
 *
 * @param connectorId where it was set; 0 is the whole charge point
 */
public record Installed(int connectorId, ChargingProfile profile) {

  boolean is(ChargingProfilePurpose purpose) {
    return profile.chargingProfilePurpose() == purpose;
  }

  /**
   * Section 5.16: the same id anywhere, or the same purpose and stack level on the same connector.
   */
  boolean isReplacedBy(Installed other) {
    return profile.chargingProfileId() == other.profile.chargingProfileId()
        || (connectorId == other.connectorId
            && profile.stackLevel() == other.profile.stackLevel()
            && is(other.profile.chargingProfilePurpose()));
  }

  /** Section 5.5: an id stands alone; without one every criterion given must be met. */
  boolean isMeantBy(ClearChargingProfile.Request clear) {
    if (clear.id() != null) {
      return profile.chargingProfileId() == clear.id();
    }
    return (clear.connectorId() == null || clear.connectorId() == connectorId)
        && (clear.chargingProfilePurpose() == null || is(clear.chargingProfilePurpose()))
        && (clear.stackLevel() == null || clear.stackLevel() == profile.stackLevel());
  }
}
