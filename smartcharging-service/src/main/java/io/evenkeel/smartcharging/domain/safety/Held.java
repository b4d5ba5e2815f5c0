package io.evenkeel.smartcharging.domain.safety;

/**
 * A limit that a charger holds, as far as it is known.
 *
 * @param low it holds at least this
 * @param high and at most this
 * @param confirmed the charger said so; then both are the same
 */
public record Held(int low, int high, boolean confirmed) {

  static Held confirmed(int limit) {
    return new Held(limit, limit, true);
  }

  /** It may hold this one instead. */
  Held or(int limit) {
    return new Held(Math.min(low, limit), Math.max(high, limit), false);
  }
}
