package io.evenkeel.transaction.store;

import org.jspecify.annotations.Nullable;

/** Text as PostgreSQL can keep it: without U+0000, which a charge point may send in JSON. */
final class StorableText {

  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  static String of(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', REPLACEMENT);
  }

  static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }
}
