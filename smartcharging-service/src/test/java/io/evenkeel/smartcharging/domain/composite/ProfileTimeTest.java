package io.evenkeel.smartcharging.domain.composite;

import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxDefaultProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxProfile;
import static io.evenkeel.smartcharging.domain.composite.A.profile;
import static io.evenkeel.smartcharging.domain.composite.Schedules.HOUR;
import static io.evenkeel.smartcharging.domain.composite.Schedules.NOW;
import static io.evenkeel.smartcharging.domain.composite.Schedules.RUNNING;
import static io.evenkeel.smartcharging.domain.composite.Schedules.idle;
import static io.evenkeel.smartcharging.domain.composite.Schedules.running;
import static io.evenkeel.smartcharging.domain.composite.Schedules.schedule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OCPP 1.6 section 3.13: when the periods of a profile hold. */
class ProfileTimeTest {

  @Test
  void absolute_counts_from_its_start() {
    assertEquals(
        "0:free 600:16.0 1200:8.0",
        running(profile(1, TxProfile).absolute(NOW.plusSeconds(600)).periods(0, 16, 600, 8)));
  }

  @Test
  void relative_counts_from_the_transactions_start() {
    assertEquals("0:16.0 300:8.0", running(profile(1, TxProfile).periods(0, 16, 900, 8)));
  }

  @Test
  void relative_without_a_transaction_counts_as_if_one_began_now() {
    assertEquals("0:16.0 900:8.0", idle(profile(1, TxDefaultProfile).periods(0, 16, 900, 8)));
  }

  @Test
  void daily_repeats_every_24_hours() {
    var profile =
        profile(1, TxDefaultProfile)
            .daily(Instant.parse("2026-01-01T12:30:00Z"))
            .periods(0, 16, 900, 8);

    assertEquals("0:8.0 1800:16.0 2700:8.0", running(profile));
  }

  @Test
  void daily_is_24_hours_also_when_clocks_are_changed() {
    // Europe's clocks go forward on 29 March 2026, 01:00 UTC
    var start = Instant.parse("2026-03-27T06:00:00Z");
    var profile = profile(1, TxDefaultProfile).daily(start).lasting(HOUR).periods(0, 16);
    var after = Instant.parse("2026-03-30T05:30:00Z");

    assertEquals("0:free 1800:16.0", schedule(List.of(profile), RUNNING, after));
  }

  @Test
  void between_the_rounds_of_a_daily_schedule_the_next_lower_level_holds() {
    assertEquals(
        "0:32.0 600:6.0 1200:32.0",
        running(
            profile(1, TxDefaultProfile).level(0).periods(0, 32),
            profile(2, TxDefaultProfile)
                .level(1)
                .daily(NOW.minus(Duration.ofDays(3)).plusSeconds(600))
                .lasting(600)
                .periods(0, 6)));
  }

  @Test
  void a_round_of_a_daily_schedule_begins_before_its_startSchedule_too() {
    assertEquals(
        "0:6.0",
        running(
            profile(1, TxDefaultProfile).daily(NOW.plusSeconds(86_400)).periods(0, 6, 3600, 8)));
  }

  @Test
  void a_period_after_the_end_of_the_day_never_comes() {
    var start = NOW.minusSeconds(86_400 - 1800);

    assertEquals(
        "0:6.0 1800:10.0",
        running(profile(1, TxDefaultProfile).daily(start).periods(0, 10, 7200, 6, 90_000, 20)));
  }

  @Test
  void weekly_repeats_every_seven_days() {
    var start = NOW.minus(Duration.ofDays(21)).plusSeconds(1200);

    assertEquals(
        "0:free 1200:16.0 1800:free",
        running(profile(1, TxDefaultProfile).weekly(start).lasting(600).periods(0, 16)));
    assertEquals(
        "0:free",
        schedule(
            List.of(profile(1, TxDefaultProfile).weekly(start).lasting(600).periods(0, 16)),
            RUNNING,
            NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void validFrom_and_validTo_bound_a_profile() {
    assertEquals(
        "0:free 300:16.0 600:free",
        running(
            profile(1, TxDefaultProfile)
                .valid(NOW.plusSeconds(300), NOW.plusSeconds(600))
                .periods(0, 16)));
  }

  @Test
  void a_profile_that_is_not_valid_yet_leaves_the_word_to_the_next_lower_level() {
    assertEquals(
        "0:16.0 300:8.0",
        running(
            profile(1, TxDefaultProfile).level(0).periods(0, 16),
            profile(2, TxDefaultProfile).level(1).valid(NOW.plusSeconds(300), null).periods(0, 8)));
  }
}
