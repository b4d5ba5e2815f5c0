package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** Whether a reading is a number or signed data. OCPP 1.6 section 7.50. */
public enum ValueFormat implements Wire {
  Raw,
  SignedData
}
