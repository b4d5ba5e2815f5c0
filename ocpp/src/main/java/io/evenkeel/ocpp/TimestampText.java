package io.evenkeel.ocpp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 date-times by hand: java.time's formatters take a microsecond each, which would be the
 * greater part of decoding a MeterValues.
 */
final class TimestampText {
  private static final int NONE = Integer.MIN_VALUE;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int UP_TO_MINUTES = "2026-01-01T00:00".length();
  private static final int FRACTION_DIGITS = 9;
  private static final int WIRE_LENGTH = "2026-01-01T00:00:00.000Z".length();

  private TimestampText() {}

  /** The moment, or null when the text is no date-time. */
  static @Nullable Instant read(String text) {
    var s = text.strip();
    if (s.length() < UP_TO_MINUTES
        || s.charAt(4) != '-'
        || s.charAt(7) != '-'
        || "Tt ".indexOf(s.charAt(10)) < 0
        || s.charAt(13) != ':') {
      return null;
    }
    int year = number(s, 0, 4, 9999);
    int month = number(s, 5, 2, 12);
    int day = number(s, 8, 2, 31);
    int hour = number(s, 11, 2, 23);
    int minute = number(s, 14, 2, 59);
    if ((year | month | day | hour | minute) < 0 || !isDate(year, month, day)) {
      return null;
    }
    int second = 0;
    int nanos = 0;
    int at = UP_TO_MINUTES;
    if (at < s.length() && s.charAt(at) == ':') {
      // 60 is a leap second; to us it is the first of the next minute.
      second = number(s, at + 1, 2, 60);
      at += 3;
      int end = endOfFraction(s, at);
      nanos = nanos(s, at, end);
      at = end;
    }
    int offset = second < 0 ? NONE : offsetSeconds(s, at);
    if (offset == NONE) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    int time = hour * 3600 + minute * 60 + second;
    return Instant.ofEpochSecond(days * SECONDS_PER_DAY + time - offset, nanos);
  }

  private static boolean isDate(int year, int month, int day) {
    return month > 0 && day > 0 && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** The number of so many digits, at most {@code most}; negative when there is none. */
  private static int number(String s, int from, int digits, int most) {
    if (from + digits > s.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = s.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number <= most ? number : -1;
  }

  private static int endOfFraction(String s, int at) {
    if (at >= s.length() || (s.charAt(at) != '.' && s.charAt(at) != ',')) {
      return at;
    }
    int end = at + 1;
    while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The first nine digits after the point; what is finer than a nanosecond is cut. */
  private static int nanos(String s, int at, int end) {
    int nanos = 0;
    for (int i = at + 1; i <= at + FRACTION_DIGITS; i++) {
      nanos = nanos * 10 + (i < end ? s.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  /** Seconds east of Greenwich by the zone that is the rest of the text; 0 for no zone. */
  private static int offsetSeconds(String s, int at) {
    int left = s.length() - at;
    if (left == 0 || (left == 1 && "Zz".indexOf(s.charAt(at)) >= 0)) {
      return 0;
    }
    boolean colon = left == 6 && s.charAt(at + 3) == ':';
    if ("+-".indexOf(s.charAt(at)) < 0 || (left != 3 && left != 5 && !colon)) {
      return NONE;
    }
    int hours = number(s, at + 1, 2, 18);
    int minutes = left == 3 ? 0 : number(s, s.length() - 2, 2, 59);
    if (hours < 0 || minutes < 0) {
      return NONE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return s.charAt(at) == '-' ? -seconds : seconds;
  }

  /** Whether a date-time names no zone. */
  static boolean zoneMissing(String text) {
    var s = text.strip();
    if (s.endsWith("Z") || s.endsWith("z")) {
      return false;
    }
    return s.indexOf('+', UP_TO_MINUTES) < 0 && s.indexOf('-', UP_TO_MINUTES) < 0;
  }

  /** UTC with Z and milliseconds. */
  static String write(Instant instant) {
    long seconds = instant.getEpochSecond();
    var date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
    int time = Math.floorMod(seconds, SECONDS_PER_DAY);
    var out = new byte[WIRE_LENGTH];
    put(out, 0, date.getYear(), 4, '-');
    put(out, 5, date.getMonthValue(), 2, '-');
    put(out, 8, date.getDayOfMonth(), 2, 'T');
    put(out, 11, time / 3600, 2, ':');
    put(out, 14, time / 60 % 60, 2, ':');
    put(out, 17, time % 60, 2, '.');
    put(out, 20, instant.getNano() / 1_000_000, 3, 'Z');
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  private static void put(byte[] out, int at, int number, int digits, char after) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    out[at + digits] = (byte) after;
  }
}
