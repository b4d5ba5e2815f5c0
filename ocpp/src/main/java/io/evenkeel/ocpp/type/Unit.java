package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/**
 * The unit of a reading (OCPP 1.6 section 7.47). Both spellings of Celsius are on the wire; Hertz
 * is not in the list of the specification, though Frequency is a measurand.
 */
public enum Unit implements Wire {
  Wh,
  kWh,
  varh,
  kvarh,
  W,
  kW,
  VA,
  kVA,
  var,
  kvar,
  A,
  V,
  K,
  Celcius,
  Celsius,
  Fahrenheit,
  Percent,
  Hertz
}
