package io.evenkeel.ocpp;

/** Who may call an action. */
public enum Direction {
  FROM_CHARGE_POINT,
  FROM_CENTRAL_SYSTEM,
  BOTH
}
