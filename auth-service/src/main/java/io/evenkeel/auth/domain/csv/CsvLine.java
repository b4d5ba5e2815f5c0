package io.evenkeel.auth.domain.csv;

import java.util.ArrayList;
import java.util.List;

/** One line of a CSV file, read as RFC 4180 says, but for line breaks inside quotes. */
sealed interface CsvLine {

  /** The line's fields; at least one. Blanks around an unquoted field are not part of it. */
  record Fields(List<String> values) implements CsvLine {
    public Fields {
      values = List.copyOf(values);
    }
  }

  /** The quotes do not make sense. */
  record Malformed(String reason) implements CsvLine {}

  static CsvLine split(String line, char delimiter) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (true) {
      int start = skipBlanks(line, at);
      if (start < line.length() && line.charAt(start) == '"') {
        StringBuilder value = new StringBuilder();
        int after = quoted(line, start, value);
        if (after < 0) {
          return new Malformed("the quote in column " + (start + 1) + " is never closed");
        }
        at = skipBlanks(line, after);
        if (at < line.length() && line.charAt(at) != delimiter) {
          return new Malformed("text follows the closing quote in column " + after);
        }
        values.add(value.toString());
      } else {
        int end = line.indexOf(delimiter, at);
        int stop = end < 0 ? line.length() : end;
        String value = line.substring(at, stop).strip();
        if (value.indexOf('"') >= 0) {
          return new Malformed(
              "a quote stands inside an unquoted field: quote the whole field and double the quote");
        }
        values.add(value);
        at = stop;
      }
      if (at >= line.length()) {
        return new Fields(values);
      }
      at++;
    }
  }

  /** Position after the closing quote, or -1. */
  private static int quoted(String line, int start, StringBuilder value) {
    int at = start + 1;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c != '"') {
        value.append(c);
      } else if (at < line.length() && line.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return at;
      }
    }
    return -1;
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
