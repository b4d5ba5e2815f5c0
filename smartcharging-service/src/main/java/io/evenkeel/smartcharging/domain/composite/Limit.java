package io.evenkeel.smartcharging.domain.composite;

import org.jspecify.annotations.Nullable;

/**
 * What a profile allows.
 *
 * @param amperes per phase
 * @param phases over how many
 */
record Limit(double amperes, int phases) {

  /** The lower of two, where null limits nothing. */
  static @Nullable Limit lower(@Nullable Limit one, @Nullable Limit other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.amperes < one.amperes ? other : one;
  }
}
