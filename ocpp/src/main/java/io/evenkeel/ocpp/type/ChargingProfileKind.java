package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** What a charging profile's times count from. OCPP 1.6 section 7.10. */
public enum ChargingProfileKind implements Wire {
  Absolute,
  Recurring,
  Relative
}
