package io.evenkeel.simulator.load;

import org.jspecify.annotations.Nullable;

/** Reads of an answer only what a load run needs. Pure. */
final class Answers {
  private Answers() {}

  /** What kind of frame: the message type's digit, or a blank when it is none. */
  static char type(String frame) {
    for (int i = 0; i < frame.length(); i++) {
      char c = frame.charAt(i);
      if (c >= '0' && c <= '9') {
        return c;
      }
      if (c != '[' && c != ' ') {
        break;
      }
    }
    return ' ';
  }

  /** The n-th text of the frame in quotes, from 0: the message id, then a CALL's action. */
  static String quoted(String frame, int n) {
    int end = -1;
    int start = -1;
    for (int i = 0; i <= n; i++) {
      start = frame.indexOf('"', end + 1);
      end = start < 0 ? -1 : frame.indexOf('"', start + 1);
      if (end < 0) {
        return "";
      }
    }
    return frame.substring(start + 1, end);
  }

  /** Whether the message id is that number, without making a text of it. */
  static boolean isFor(String frame, long id) {
    int at = frame.indexOf('"') + 1;
    long read = 0;
    int digits = 0;
    while (at < frame.length() && frame.charAt(at) >= '0' && frame.charAt(at) <= '9') {
      read = read * 10 + (frame.charAt(at) - '0');
      at++;
      digits++;
    }
    return digits > 0 && at < frame.length() && frame.charAt(at) == '"' && read == id;
  }

  /** The value of {@code "transactionId":} as text, or null when there is none. */
  static @Nullable String transactionId(String frame) {
    int at = frame.indexOf("\"transactionId\"");
    if (at < 0) {
      return null;
    }
    at = frame.indexOf(':', at) + 1;
    while (at < frame.length() && frame.charAt(at) == ' ') {
      at++;
    }
    int end = at;
    while (end < frame.length() && "-0123456789".indexOf(frame.charAt(end)) >= 0) {
      end++;
    }
    return end > at ? frame.substring(at, end) : null;
  }

  static boolean accepted(String frame) {
    return frame.contains("\"Accepted\"");
  }
}
