package io.evenkeel.gateway.domain.diagnostics;

import org.jspecify.annotations.Nullable;

/** Names of files as others chose them, made harmless. They name nothing on our disk. */
public final class FileName {

  private static final int LONGEST = 100;

  private FileName() {}

  /**
   * The last part of a path in letters, digits, dot, dash and underscore; null when none is left.
   */
  public static @Nullable String safe(@Nullable String given) {
    if (given == null) {
      return null;
    }
    var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[._-]+", "");
    // the end of a name says what is in it
    name = name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
    return name.replace("_", "").isEmpty() ? null : name;
  }

  /** The first of these that is a name. */
  public static String first(@Nullable String... given) {
    for (var each : given) {
      var safe = safe(each);
      if (safe != null) {
        return safe;
      }
    }
    return "diagnostics";
  }
}
