package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** What a charging profile is for. OCPP 1.6 section 7.11. */
public enum ChargingProfilePurpose implements Wire {
  ChargePointMaxProfile,
  TxDefaultProfile,
  TxProfile
}
