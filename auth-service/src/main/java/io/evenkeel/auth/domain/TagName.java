package io.evenkeel.auth.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An idTag as OCPP 1.6 defines it: 1 to 20 printable ASCII characters, compared without regard to
 * case (CiString20Type).
 *
 * @param spelled as it was written
 * @param key equal for two spellings of one idTag
 */
public record TagName(String spelled, String key) {

  /** Longest idTag in characters. */
  public static final int MAX_LENGTH = 20;

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

  /** They stand beside idTags in the API's paths, so no idTag can be looked up under them. */
  private static final Set<String> RESERVED = Set.of("import", "dead-letters");

  /**
   * @throws IllegalArgumentException when {@link #objection} has one
   */
  public static TagName of(String spelled) {
    String objection = objection(spelled);
    if (objection != null) {
      throw new IllegalArgumentException("idTag " + objection);
    }
    return new TagName(spelled, spelled.toLowerCase(Locale.ROOT));
  }

  /** Whether a tag of this name can exist; what a charge point presents may be anything. */
  public static boolean isPossible(String text) {
    return objection(text) == null;
  }

  /** Why {@code text} is no idTag; null when it is one. */
  public static @Nullable String objection(String text) {
    if (text.isBlank()) {
      return "must not be empty";
    }
    if (text.length() > MAX_LENGTH) {
      return "must be at most 20 characters, it has " + text.length();
    }
    if (!PRINTABLE.matcher(text).matches()) {
      return "must be printable ASCII";
    }
    if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
      return "must not be '" + text + "': the API uses this name";
    }
    return null;
  }
}
