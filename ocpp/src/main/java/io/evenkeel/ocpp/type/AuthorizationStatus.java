package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** What a central system says of an idTag. OCPP 1.6 section 7.2. */
public enum AuthorizationStatus implements Wire {
  Accepted,
  Blocked,
  Expired,
  Invalid,
  ConcurrentTx
}
