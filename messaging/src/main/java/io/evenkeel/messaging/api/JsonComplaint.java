package io.evenkeel.messaging.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a text that is no JSON, in words for whoever wrote it: not those of the
 * library, which speak of its own classes and settings.
 */
public final class JsonComplaint {

  /** What is quoted from the library's words is what stands in the text. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "^(Unexpected character \\(|Duplicate field |Unrecognized token |Non-standard token )"
              + "'([^']{1,40})'");

  private JsonComplaint() {}

  /** Such as {@code it ends too early (line 1, column 9)}. */
  public static String of(JsonProcessingException unreadable) {
    JsonLocation at = unreadable.getLocation();
    return at == null || at.getLineNr() < 1
        ? words(unreadable)
        : "%s (line %d, column %d)".formatted(words(unreadable), at.getLineNr(), at.getColumnNr());
  }

  private static String words(JsonProcessingException unreadable) {
    return switch (unreadable) {
      case JsonEOFException _ -> "it ends too early";
      case StreamConstraintsException _ ->
          "a number or text in it is too long, or it is nested too deeply";
      case MismatchedInputException _ -> "something stands behind its end";
      default -> quoted(String.valueOf(unreadable.getOriginalMessage()));
    };
  }

  private static String quoted(String message) {
    Matcher found = QUOTED.matcher(message);
    if (!found.find()) {
      return "it cannot be read";
    }
    String what = "'" + found.group(2) + "'";
    return switch (found.group(1).charAt(0)) {
      case 'D' -> "field " + what + " is given twice";
      case 'U' ->
          message.startsWith("Unexpected") ? what + " is not expected" : what + " is no value";
      default -> what + " is no value";
    };
  }
}
