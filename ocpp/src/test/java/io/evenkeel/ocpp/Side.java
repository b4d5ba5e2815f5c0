package io.evenkeel.ocpp;

import java.time.Instant;

/** Who sent a frame, and so who reads it. */
enum Side {
  CHARGE_POINT,
  CENTRAL_SYSTEM;

  static final Instant RECEIVED_AT = Instant.parse("2026-03-01T10:00:01Z");

  static Side callerOf(Action action) {
    return action.direction() == Direction.FROM_CENTRAL_SYSTEM ? CENTRAL_SYSTEM : CHARGE_POINT;
  }

  /** Reads a frame that this side sent, as the other side does. */
  Decoded read(String frame, PendingCalls pending) {
    return switch (this) {
      case CHARGE_POINT -> Codec.decode(frame, pending, RECEIVED_AT);
      case CENTRAL_SYSTEM -> Codec.decodeAtChargePoint(frame, pending, RECEIVED_AT);
    };
  }
}
