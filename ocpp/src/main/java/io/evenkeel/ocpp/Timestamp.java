package io.evenkeel.ocpp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date-time of the protocol: the moment, and the text that said so. Two are equal when the moment
 * is, whatever the text. Years 0000 to 9999.
 *
 * @param text as received, or as {@link #wire()} when it was made here
 */
public record Timestamp(Instant instant, String text) {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  public Timestamp {
    check(instant);
  }

  private static void check(Instant instant) {
    if (!hasYearOfFourDigits(instant)) {
      throw new IllegalArgumentException("instant: year before 0000 or after 9999");
    }
  }

  private static boolean hasYearOfFourDigits(Instant instant) {
    return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
  }

  /**
   * @throws IllegalArgumentException when the year has not four digits
   */
  public static Timestamp of(Instant instant) {
    check(instant);
    return new Timestamp(instant, TimestampText.write(instant));
  }

  /**
   * Reads an ISO 8601 date-time: {@code Z}, an offset such as {@code +02:00}, or no zone, which is
   * taken for UTC; with 0 to 9 digits of a second's fraction.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Timestamp parse(String text) {
    var parsed = parseOrNull(text);
    if (parsed == null) {
      throw new IllegalArgumentException("not an ISO 8601 date-time");
    }
    return parsed;
  }

  /** As {@link #parse}, with null for a text that is no date-time. */
  public static @Nullable Timestamp parseOrNull(String text) {
    var instant = TimestampText.read(text);
    return instant == null || !hasYearOfFourDigits(instant) ? null : new Timestamp(instant, text);
  }

  /** Whether the text named no zone, so that UTC was assumed. */
  public boolean zoneMissing() {
    return TimestampText.zoneMissing(text);
  }

  /** The moment as it is written: UTC with Z, cut to milliseconds. */
  public String wire() {
    return TimestampText.write(instant);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Timestamp(var same, var ignored) && instant.equals(same);
  }

  @Override
  public int hashCode() {
    return instant.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
