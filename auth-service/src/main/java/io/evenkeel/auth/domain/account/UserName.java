package io.evenkeel.auth.domain.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an account may be called: without regard to case, so that nobody can pose as another. */
public final class UserName {

  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._@+-]{0,62}[a-z0-9])?");

  private UserName() {}

  /** The one spelling under which the account is kept. */
  public static String normal(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Why there cannot be an account of this name; null when there can. */
  public static @Nullable String objection(String normal) {
    if (normal.equals("me")) {
      return "must not be 'me': the API uses this name";
    }
    return FORM.matcher(normal).matches()
        ? null
        : "must be 1 to 64 letters, digits or . _ @ + - and begin and end with a letter or digit";
  }
}
