package io.evenkeel.transaction.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** idTags compare without regard to case (CiString, OCPP 1.6 section 7.28). */
public final class IdTags {
  private IdTags() {}

  /** Equal for idTags that are the same. Without U+0000, which no database text holds. */
  public static String key(String idTag) {
    return idTag.toLowerCase(Locale.ROOT).replace('\0', '\uFFFD');
  }

  /** False when either is absent. */
  public static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && other != null && key(one).equals(key(other));
  }
}
