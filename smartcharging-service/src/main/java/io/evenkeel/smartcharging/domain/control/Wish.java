package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.safety.Change;

/**
 * A profile that a charger is to have.
 *
 * @param settled what the charger holds is known, and only another limit is wanted
 */
record Wish(ConnectorState state, Change change, Effect effect, boolean settled) {

  /** What it does to what may be drawn; in the order in which they are sent. */
  enum Effect {
    LOWERS,
    REPEATS,
    RAISES
  }
}
