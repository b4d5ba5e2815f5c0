package io.evenkeel.smartcharging.domain.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as people at the site read them off the wall: data is UTC, texts are not.
 *
 * @param zone the site's
 */
public record WallClock(ZoneId zone) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

  /** Such as {@code 18:00 CEST}; with the date where it is not today's. */
  public String words(Instant at, Instant now) {
    ZonedDateTime there = at.atZone(named());
    boolean today = there.toLocalDate().equals(now.atZone(named()).toLocalDate());
    return (today ? TIME : DAY_AND_TIME).format(there);
  }

  private ZoneId named() {
    return zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
  }
}
