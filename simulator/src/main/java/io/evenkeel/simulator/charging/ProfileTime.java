package io.evenkeel.simulator.charging;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which period of a profile applies when. Pure. */
final class ProfileTime {
  private ProfileTime() {}

  /**
   * The period in force, or null when the profile says nothing about that moment.
   *
   * @param relativeTo where a Relative schedule starts: the transaction's start
   */
  static @Nullable ChargingSchedulePeriod at(
      ChargingProfile profile, Instant when, Instant relativeTo) {
    if (!valid(profile, when)) {
      return null;
    }
    var start = start(profile, when, relativeTo);
    if (start == null || when.isBefore(start)) {
      return null;
    }
    var schedule = profile.chargingSchedule();
    long millis = Duration.between(start, when).toMillis();
    if (schedule.duration() != null && millis >= schedule.duration() * 1000L) {
      return null;
    }
    ChargingSchedulePeriod current = null;
    for (var period : schedule.chargingSchedulePeriod()) {
      if (period.startPeriod() * 1000L <= millis) {
        current = period;
      }
    }
    return current;
  }

  /** Adds every moment from {@code from} to {@code until} at which {@link #at} may change. */
  static void changes(
      ChargingProfile profile, Instant from, Instant until, Instant relativeTo, Set<Instant> into) {
    if (profile.validFrom() != null) {
      into.add(profile.validFrom().instant());
    }
    if (profile.validTo() != null) {
      into.add(profile.validTo().instant());
    }
    var start = start(profile, from, relativeTo);
    if (start == null) {
      return;
    }
    var repeats = recurrence(profile);
    for (var round = start; !round.isAfter(until); round = round.plus(repeats)) {
      into.add(round);
      for (var period : profile.chargingSchedule().chargingSchedulePeriod()) {
        into.add(round.plusSeconds(period.startPeriod()));
      }
      if (profile.chargingSchedule().duration() != null) {
        into.add(round.plusSeconds(profile.chargingSchedule().duration()));
      }
      if (repeats.isZero()) {
        return;
      }
    }
  }

  private static boolean valid(ChargingProfile profile, Instant when) {
    var from = profile.validFrom();
    var to = profile.validTo();
    return (from == null || !when.isBefore(from.instant()))
        && (to == null || when.isBefore(to.instant()));
  }

  private static @Nullable Instant start(
      ChargingProfile profile, Instant when, Instant relativeTo) {
    var said = profile.chargingSchedule().startSchedule();
    return switch (profile.chargingProfileKind()) {
      case Relative -> relativeTo;
      case Absolute -> said == null ? null : said.instant();
      case Recurring ->
          said == null ? null : latestRound(said.instant(), recurrence(profile), when);
    };
  }

  /**
   * The start of the round that a moment falls into. A day is 24 hours, also when clocks change.
   */
  private static Instant latestRound(Instant first, Duration every, Instant when) {
    long rounds = Math.floorDiv(Duration.between(first, when).toSeconds(), every.toSeconds());
    return first.plus(every.multipliedBy(rounds));
  }

  private static Duration recurrence(ChargingProfile profile) {
    return switch (profile.recurrencyKind()) {
      case null -> Duration.ZERO;
      case Daily -> Duration.ofDays(1);
      case Weekly -> Duration.ofDays(7);
    };
  }
}
