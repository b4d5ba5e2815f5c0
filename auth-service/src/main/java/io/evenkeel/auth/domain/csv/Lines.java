package io.evenkeel.auth.domain.csv;

import org.jspecify.annotations.Nullable;

/** The lines of a text, whichever of the three line ends it has; a byte order mark is no text. */
final class Lines {

  private final String text;
  private int at;
  private int number;

  Lines(String text) {
    this.text = text;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** Number of the line that {@link #next} gave last, counted from 1. */
  int number() {
    return number;
  }

  @Nullable String next() {
    if (at >= text.length()) {
      return null;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    String line = text.substring(at, end);
    boolean two =
        end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
    at = end + (two ? 2 : 1);
    number++;
    return line;
  }
}
