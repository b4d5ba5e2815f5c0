package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** Where a reading was taken. OCPP 1.6 section 7.30. */
public enum Location implements Wire {
  Cable,
  EV,
  Inlet,
  Outlet,
  Body
}
