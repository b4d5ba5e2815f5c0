package io.evenkeel.simulator;

import io.evenkeel.simulator.wire.Timers;

/** A connector kept free for somebody. */
record Reservation(int id, String idTag, Timers.Timer expiry) {
  boolean isFor(String somebody) {
    return idTag.equalsIgnoreCase(somebody);
  }
}
