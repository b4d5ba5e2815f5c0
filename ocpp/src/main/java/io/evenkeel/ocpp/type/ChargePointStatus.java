package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** The state of a connector, or of a charge point. OCPP 1.6 section 7.7. */
public enum ChargePointStatus implements Wire {
  Available,
  Preparing,
  Charging,
  SuspendedEVSE,
  SuspendedEV,
  Finishing,
  Reserved,
  Unavailable,
  Faulted
}
