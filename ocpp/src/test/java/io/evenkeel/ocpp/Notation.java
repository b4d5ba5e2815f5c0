package io.evenkeel.ocpp;

import java.util.regex.Pattern;

/** JSON as the tests write it: single quotes for double ones, {@code <21>} for 21 characters. */
final class Notation {
  private static final Pattern CHARACTERS = Pattern.compile("<(\\d+)>");

  private Notation() {}

  static String json(String notation) {
    return CHARACTERS
        .matcher(notation.replace('\'', '"'))
        .replaceAll(match -> x(Integer.parseInt(match.group(1))));
  }

  static String x(int length) {
    return "x".repeat(length);
  }
}
