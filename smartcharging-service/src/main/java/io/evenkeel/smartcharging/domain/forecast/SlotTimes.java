package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * The slots of a site from now on. They begin at whole multiples of their length since 1970, so
 * that they are the same whenever one looks.
 *
 * @param minutes the minute of the day by the site's clock at which each slot begins
 */
record SlotTimes(Instant start, Duration slot, int[] minutes) {

  static SlotTimes of(SiteTerms terms, Instant now) {
    long length = terms.slot().toSeconds();
    Instant start = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    int[] minutes = new int[terms.slots()];
    for (int t = 0; t < minutes.length; t++) {
      ZonedDateTime local = start.plusSeconds(length * t).atZone(terms.timeZone());
      minutes[t] = 60 * local.getHour() + local.getMinute();
    }
    return new SlotTimes(start, terms.slot(), minutes);
  }

  int slots() {
    return minutes.length;
  }

  /** When the slot begins, or now when that is later. */
  Instant begin(int t, Instant now) {
    Instant begin = start.plus(slot.multipliedBy(t));
    return begin.isBefore(now) ? now : begin;
  }

  Instant end(int t) {
    return start.plus(slot.multipliedBy(t + 1L));
  }

  /** The least of a slot. */
  PhaseLimits least(Daily daily, int t) {
    PhaseLimits least = daily.at(minutes[t]);
    for (Daily.From from : daily.entries()) {
      if (isWithin(from.minute(), t)) {
        least = least.least(from.amperes());
      }
    }
    return least;
  }

  /** The most of a slot. */
  PhaseLimits most(Daily daily, int t) {
    PhaseLimits most = daily.at(minutes[t]);
    for (Daily.From from : daily.entries()) {
      if (isWithin(from.minute(), t)) {
        most = most.most(from.amperes());
      }
    }
    return most;
  }

  private boolean isWithin(int minute, int t) {
    int after = Math.floorMod(minute - minutes[t], Daily.MINUTES);
    return after > 0 && after < slot.toMinutes();
  }
}
