package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** How often a recurring profile starts again. OCPP 1.6 section 7.37. */
public enum RecurrencyKind implements Wire {
  Daily,
  Weekly
}
