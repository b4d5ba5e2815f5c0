package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * When a profile says what (sections 3.13 and 7.8 to 7.14).
 *
 * <p>Absolute begins at startSchedule, Relative with the transaction. Recurring repeats every 24
 * hours or 7 days counted from startSchedule, also when clocks are changed; startSchedule only says
 * where a round begins, so rounds before it count too, from validFrom on. A schedule that should
 * have a startSchedule and has none begins with the transaction (section 7.13).
 *
 * @param charging the beginning of the transaction
 */
record ProfileTime(ChargingProfile profile, Instant charging) {

  /** The period in force; null when the profile says nothing about the moment. */
  @Nullable ChargingSchedulePeriod at(Instant moment) {
    Instant start = roundOf(moment);
    if (!isValid(moment) || moment.isBefore(start)) {
      return null;
    }
    Duration since = Duration.between(start, moment);
    @Nullable Integer duration = profile.chargingSchedule().duration();
    if (duration != null && since.compareTo(Duration.ofSeconds(duration)) >= 0) {
      return null;
    }
    ChargingSchedulePeriod current = null;
    for (ChargingSchedulePeriod period : profile.chargingSchedule().chargingSchedulePeriod()) {
      if (since.compareTo(Duration.ofSeconds(period.startPeriod())) >= 0) {
        current = period;
      }
    }
    return current;
  }

  /** Adds the moments after {@code from} and before {@code until} at which it may change. */
  void changes(Instant from, Instant until, SortedSet<Instant> into) {
    Moments moments = moment -> addBetween(from, until, moment, into);
    addIfSaid(profile.validFrom(), moments);
    addIfSaid(profile.validTo(), moments);
    @Nullable Duration every = recurrence();
    for (Instant round = roundOf(from);
        round.isBefore(until);
        round = every == null ? until : round.plus(every)) {
      moments.add(round);
      for (ChargingSchedulePeriod period : profile.chargingSchedule().chargingSchedulePeriod()) {
        moments.add(round.plusSeconds(period.startPeriod()));
      }
      @Nullable Integer duration = profile.chargingSchedule().duration();
      if (duration != null) {
        moments.add(round.plusSeconds(duration));
      }
    }
  }

  private interface Moments {
    void add(Instant moment);
  }

  private static void addIfSaid(@Nullable Timestamp said, Moments moments) {
    if (said != null) {
      moments.add(said.instant());
    }
  }

  private static void addBetween(
      Instant from, Instant until, Instant moment, SortedSet<Instant> into) {
    if (moment.isAfter(from) && moment.isBefore(until)) {
      into.add(moment);
    }
  }

  /** From validFrom on, and before validTo. */
  private boolean isValid(Instant moment) {
    @Nullable Timestamp from = profile.validFrom();
    @Nullable Timestamp to = profile.validTo();
    return (from == null || !moment.isBefore(from.instant()))
        && (to == null || moment.isBefore(to.instant()));
  }

  /** Where the schedule begins whose period applies at the moment. */
  private Instant roundOf(Instant moment) {
    Instant first = first();
    @Nullable Duration every = recurrence();
    if (every == null) {
      return first;
    }
    long rounds = Math.floorDiv(Duration.between(first, moment).toMillis(), every.toMillis());
    return first.plus(every.multipliedBy(rounds));
  }

  private Instant first() {
    @Nullable Timestamp said = profile.chargingSchedule().startSchedule();
    return said == null || profile.chargingProfileKind() == ChargingProfileKind.Relative
        ? charging
        : said.instant();
  }

  private @Nullable Duration recurrence() {
    if (profile.chargingProfileKind() != ChargingProfileKind.Recurring) {
      return null;
    }
    return switch (profile.recurrencyKind()) {
      case null -> null;
      case Daily -> Duration.ofDays(1);
      case Weekly -> Duration.ofDays(7);
    };
  }
}
