package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** The unit of a charging limit: A per phase, or W in total. OCPP 1.6 section 7.12. */
public enum ChargingRateUnit implements Wire {
  A,
  W
}
