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

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

  /** Such as {@code 18:00 CEST}; with the date where it is not today's. */
  public String words(Instant at, Instant now) {
    return words(at, now, TIME, DAY_AND_TIME);
  }

  /** Such as {@code 18:00:05 CEST}, for what is near to something else. */
  public String precise(Instant at, Instant now) {
    return words(at, now, SECONDS, DAY_AND_SECONDS);
  }

  private String words(
      Instant at, Instant now, DateTimeFormatter time, DateTimeFormatter dayAndTime) {
    ZonedDateTime there = at.atZone(named());
    boolean today = there.toLocalDate().equals(now.atZone(named()).toLocalDate());
    return (today ? time : dayAndTime).format(there);
  }

  private ZoneId named() {
    return zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
  }
}
