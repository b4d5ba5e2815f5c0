package io.evenkeel.auth.domain;

import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads an idTag's fields from text; null when there is an objection, which is then noted. */
public final class IdTagFields {

  /** Longest note in characters. */
  public static final int MAX_NOTE = 500;

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final Violations violations;

  public IdTagFields(Violations violations) {
    this.violations = violations;
  }

  public @Nullable TagName tagName(String field, String text) {
    String objection = TagName.objection(text);
    if (objection == null) {
      return TagName.of(text);
    }
    violations.add(field, objection);
    return null;
  }

  /** ConcurrentTx is not among them: only the count of running transactions can say so. */
  public @Nullable AuthorizationStatus status(String field, String text) {
    for (AuthorizationStatus status : AuthorizationStatus.values()) {
      if (status != AuthorizationStatus.ConcurrentTx && status.wire().equals(text)) {
        return status;
      }
    }
    violations.add(
        field, "must be Accepted, Blocked, Expired or Invalid, not '" + shortened(text) + "'");
    return null;
  }

  /** ISO 8601 with a zone, or without one = UTC; kept to the millisecond. */
  public @Nullable Instant instant(String field, String text) {
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          parsed instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
      }
      violations.add(field, "must be between the years 1970 and 9999");
    } catch (DateTimeException unreadable) {
      violations.add(
          field, "must be a time such as 2030-12-31T23:59:59Z, not '" + shortened(text) + "'");
    }
    return null;
  }

  public @Nullable Integer positive(String field, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // the objection below says it all
    }
    violations.add(
        field, "must be a whole number from 1 to 2147483647, not '" + shortened(text) + "'");
    return null;
  }

  public @Nullable String note(String field, String text) {
    if (text.length() > MAX_NOTE) {
      violations.add(field, "must be at most " + MAX_NOTE + " characters, it has " + text.length());
      return null;
    }
    boolean control =
        text.chars()
            .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    if (control) {
      violations.add(field, "must not contain control characters");
      return null;
    }
    return text;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
