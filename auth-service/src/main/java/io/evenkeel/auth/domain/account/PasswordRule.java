package io.evenkeel.auth.domain.account;

import org.jspecify.annotations.Nullable;

/** What a password must be. Length only: rules about its characters make passwords worse. */
public final class PasswordRule {

  /** Shortest password in characters. */
  public static final int MIN_LENGTH = 8;

  /** Longest password in characters. */
  public static final int MAX_LENGTH = 128;

  private PasswordRule() {}

  /** Why {@code password} will not do, reading on from the field's name; null when it will. */
  public static @Nullable String objection(String password) {
    if (password.length() < MIN_LENGTH) {
      return "must be at least " + MIN_LENGTH + " characters";
    }
    return password.length() > MAX_LENGTH ? "must be at most " + MAX_LENGTH + " characters" : null;
  }
}
