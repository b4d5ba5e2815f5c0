package io.evenkeel.gateway.domain.device;

import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of a charge point; null leaves it as it is, or at its default when the
 * charge point is new (Accepted, no password, no note).
 */
public record RegistrationChange(
    @Nullable Registration registration, @Nullable String passwordHash, @Nullable String note) {

  /** Without the password's hash. */
  @Override
  public String toString() {
    return "RegistrationChange[registration=" + registration + "]";
  }
}
