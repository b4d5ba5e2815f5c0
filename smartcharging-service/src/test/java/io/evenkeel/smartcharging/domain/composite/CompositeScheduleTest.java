package io.evenkeel.smartcharging.domain.composite;

import static io.evenkeel.ocpp.type.ChargingProfilePurpose.ChargePointMaxProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxDefaultProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxProfile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** OCPP 1.6 sections 3.13 and 5.7, case by case. Schedules read "start:limit start:limit". */
class CompositeScheduleTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  private static final Running RUNNING = new Running(7, NOW.minusSeconds(600));
  private static final Supply SUPPLY = new Supply(230, 3);
  private static final int HOUR = 3600;

  private final List<SetChargingProfile.Request> none = List.of();

  private static InstalledProfiles held(List<SetChargingProfile.Request> profiles) {
    InstalledProfiles held = InstalledProfiles.NONE;
    for (SetChargingProfile.Request one : profiles) {
      held = held.set(one);
    }
    return held;
  }

  private static String text(CompositeSchedule schedule) {
    return schedule.steps().stream()
        .map(
            step ->
                step.start()
                    + ":"
                    + (step.limit() == null ? "free" : String.valueOf(step.limit() / 10.0)))
        .collect(Collectors.joining(" "));
  }

  private static String schedule(
      List<SetChargingProfile.Request> profiles, @Nullable Running running, Instant from) {
    return text(
        CompositeSchedule.of(held(profiles), 1, running, from, HOUR, ChargingRateUnit.A, SUPPLY));
  }

  private static String running(SetChargingProfile.Request... profiles) {
    return schedule(List.of(profiles), RUNNING, NOW);
  }

  private static String idle(SetChargingProfile.Request... profiles) {
    return schedule(List.of(profiles), null, NOW);
  }

  @Test
  void without_profiles_nothing_limits() {
    assertEquals("0:free", schedule(none, RUNNING, NOW));
  }

  @Test
  void TC_056_the_default_limits_a_transaction_that_has_no_profile_of_its_own() {
    assertEquals("0:16.0", running(A.profile(1, TxDefaultProfile).periods(0, 16)));
  }

  @Test
  void TC_056_the_default_of_connector_0_holds_for_every_connector() {
    assertEquals("0:13.0", running(A.profile(1, TxDefaultProfile).on(0).periods(0, 13)));
  }

  @Test
  void a_connectors_own_default_comes_before_the_one_for_all_whatever_the_stack_levels() {
    assertEquals(
        "0:20.0",
        running(
            A.profile(1, TxDefaultProfile).on(0).level(5).periods(0, 13),
            A.profile(2, TxDefaultProfile).on(1).periods(0, 20)));
  }

  @Test
  void where_a_connectors_own_default_is_silent_the_one_for_all_holds() {
    assertEquals(
        "0:20.0 600:13.0",
        running(
            A.profile(1, TxDefaultProfile).on(0).periods(0, 13),
            A.profile(2, TxDefaultProfile).on(1).absolute(NOW).lasting(600).periods(0, 20)));
  }

  @Test
  void the_default_of_another_connector_does_not_count() {
    assertEquals("0:free", running(A.profile(1, TxDefaultProfile).on(2).periods(0, 13)));
  }

  @Test
  void TC_057_the_transactions_profile_comes_before_the_default_also_when_it_allows_more() {
    assertEquals(
        "0:24.0",
        running(
            A.profile(1, TxDefaultProfile).level(9).periods(0, 10),
            A.profile(2, TxProfile).transaction(7).periods(0, 24)));
  }

  @Test
  void TC_057_the_profile_of_another_transaction_does_not_count() {
    assertEquals("0:free", running(A.profile(1, TxProfile).transaction(8).periods(0, 24)));
  }

  @Test
  void a_transaction_profile_without_an_id_is_for_the_running_transaction() {
    assertEquals("0:24.0", running(A.profile(1, TxProfile).periods(0, 24)));
  }

  @Test
  void without_a_transaction_only_the_default_counts() {
    assertEquals(
        "0:10.0",
        idle(
            A.profile(1, TxDefaultProfile).periods(0, 10),
            A.profile(2, TxProfile).transaction(7).periods(0, 24)));
  }

  @Test
  void the_higher_stack_level_wins_while_it_lasts() {
    assertEquals(
        "0:8.0 900:24.0 1800:8.0",
        running(
            A.profile(1, TxProfile).level(0).periods(0, 8),
            A.profile(2, TxProfile)
                .level(3)
                .absolute(NOW.plusSeconds(900))
                .lasting(900)
                .periods(0, 24)));
  }

  @Test
  void a_gap_in_the_transactions_profile_falls_to_the_default() {
    assertEquals(
        "0:24.0 300:10.0",
        running(
            A.profile(1, TxDefaultProfile).periods(0, 10),
            A.profile(2, TxProfile).lasting(900).periods(0, 24)));
  }

  @Test
  void a_gap_with_nothing_below_is_free() {
    assertEquals("0:24.0 300:free", running(A.profile(2, TxProfile).lasting(900).periods(0, 24)));
  }

  @Test
  void the_charge_points_maximum_caps_what_is_above_it() {
    assertEquals(
        "0:20.0 1200:16.0",
        running(
            A.profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 20),
            A.profile(2, TxProfile).periods(0, 32, 1800, 16)));
  }

  @Test
  void the_charge_points_maximum_limits_where_nothing_else_does() {
    assertEquals(
        "0:20.0 60:free",
        running(A.profile(1, ChargePointMaxProfile).absolute(NOW).lasting(60).periods(0, 20)));
  }

  @Test
  void maxima_stack_as_well() {
    assertEquals(
        "0:10.0 60:20.0",
        running(
            A.profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 20),
            A.profile(2, ChargePointMaxProfile).level(1).absolute(NOW).lasting(60).periods(0, 10)));
  }

  @Test
  void absolute_counts_from_its_start() {
    assertEquals(
        "0:free 600:16.0 1200:8.0",
        running(A.profile(1, TxProfile).absolute(NOW.plusSeconds(600)).periods(0, 16, 600, 8)));
  }

  @Test
  void relative_counts_from_the_transactions_start() {
    assertEquals("0:16.0 300:8.0", running(A.profile(1, TxProfile).periods(0, 16, 900, 8)));
  }

  @Test
  void relative_without_a_transaction_counts_as_if_one_began_now() {
    assertEquals("0:16.0 900:8.0", idle(A.profile(1, TxDefaultProfile).periods(0, 16, 900, 8)));
  }

  @Test
  void daily_repeats_every_24_hours() {
    var profile =
        A.profile(1, TxDefaultProfile)
            .daily(Instant.parse("2026-01-01T12:30:00Z"))
            .periods(0, 16, 900, 8);

    assertEquals("0:8.0 1800:16.0 2700:8.0", running(profile));
  }

  @Test
  void daily_is_24_hours_also_when_clocks_are_changed() {
    // Europe's clocks go forward on 29 March 2026, 01:00 UTC
    var start = Instant.parse("2026-03-27T06:00:00Z");
    var profile = A.profile(1, TxDefaultProfile).daily(start).lasting(HOUR).periods(0, 16);
    var after = Instant.parse("2026-03-30T05:30:00Z");

    assertEquals("0:free 1800:16.0", schedule(List.of(profile), RUNNING, after));
  }

  @Test
  void between_the_rounds_of_a_daily_schedule_the_next_lower_level_holds() {
    assertEquals(
        "0:32.0 600:6.0 1200:32.0",
        running(
            A.profile(1, TxDefaultProfile).level(0).periods(0, 32),
            A.profile(2, TxDefaultProfile)
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
            A.profile(1, TxDefaultProfile).daily(NOW.plusSeconds(86_400)).periods(0, 6, 3600, 8)));
  }

  @Test
  void a_period_after_the_end_of_the_day_never_comes() {
    var start = NOW.minusSeconds(86_400 - 1800);

    assertEquals(
        "0:6.0 1800:10.0",
        running(A.profile(1, TxDefaultProfile).daily(start).periods(0, 10, 7200, 6, 90_000, 20)));
  }

  @Test
  void weekly_repeats_every_seven_days() {
    var start = NOW.minus(Duration.ofDays(21)).plusSeconds(1200);

    assertEquals(
        "0:free 1200:16.0 1800:free",
        running(A.profile(1, TxDefaultProfile).weekly(start).lasting(600).periods(0, 16)));
    assertEquals(
        "0:free",
        schedule(
            List.of(A.profile(1, TxDefaultProfile).weekly(start).lasting(600).periods(0, 16)),
            RUNNING,
            NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void validFrom_and_validTo_bound_a_profile() {
    assertEquals(
        "0:free 300:16.0 600:free",
        running(
            A.profile(1, TxDefaultProfile)
                .valid(NOW.plusSeconds(300), NOW.plusSeconds(600))
                .periods(0, 16)));
  }

  @Test
  void a_profile_that_is_not_valid_yet_leaves_the_word_to_the_next_lower_level() {
    assertEquals(
        "0:16.0 300:8.0",
        running(
            A.profile(1, TxDefaultProfile).level(0).periods(0, 16),
            A.profile(2, TxDefaultProfile)
                .level(1)
                .valid(NOW.plusSeconds(300), null)
                .periods(0, 8)));
  }

  @Test
  void equal_neighbours_are_one_step() {
    assertEquals(
        "0:16.0",
        running(
            A.profile(1, TxProfile).level(1).lasting(1200).periods(0, 16, 700, 16),
            A.profile(2, TxProfile).periods(0, 16)));
  }

  @Test
  void watts_are_for_three_phases_unless_said_otherwise() {
    assertEquals("0:16.0", running(A.profile(1, TxProfile).watts(null).periods(0, 11_040)));
    assertEquals("0:16.0", running(A.profile(1, TxProfile).watts(1).periods(0, 3680)));
  }

  @Test
  void a_connector_with_one_phase_draws_all_watts_over_it() {
    var schedule =
        CompositeSchedule.of(
            held(List.of(A.profile(1, TxProfile).watts(null).periods(0, 3680))),
            1,
            RUNNING,
            NOW,
            HOUR,
            ChargingRateUnit.A,
            new Supply(230, 1));

    assertEquals("0:16.0", text(schedule));
  }

  @Test
  void amperes_become_watts_over_all_phases() {
    var schedule =
        CompositeSchedule.of(
            held(
                List.of(
                    A.profile(1, TxDefaultProfile).periods(0, 16),
                    A.profile(2, TxProfile).lasting(900).watts(2).periods(0, 4000))),
            1,
            RUNNING,
            NOW,
            HOUR,
            ChargingRateUnit.W,
            SUPPLY);

    assertEquals("0:4000.0 300:11040.0", text(schedule));
  }

  @Test
  void a_minimum_over_both_units_compares_amperes() {
    assertEquals(
        "0:10.0",
        running(
            A.profile(1, ChargePointMaxProfile).absolute(NOW).watts(null).periods(0, 6900),
            A.profile(2, TxProfile).periods(0, 16)));
  }

  @Test
  void TC_066_connector_0_is_the_charge_points_maximum() {
    var whole = whole(A.profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 63, 900, 40));

    assertEquals("0:63.0 900:40.0", text(whole));
  }

  @Test
  void TC_066_the_whole_is_the_sum_of_its_connectors_up_to_its_maximum() {
    var whole = whole(A.profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 30, 900, 60));
    var connectors =
        List.of(
            connector(1, A.profile(2, TxDefaultProfile).on(1).periods(0, 16, 1200, 20)),
            connector(2, A.profile(3, TxDefaultProfile).on(2).periods(0, 16)));

    assertEquals("0:30.0 900:32.0 1200:36.0", text(CompositeSchedule.together(whole, connectors)));
  }

  @Test
  void a_connector_without_a_limit_leaves_the_whole_to_its_maximum() {
    var whole = whole(A.profile(1, ChargePointMaxProfile).absolute(NOW).lasting(60).periods(0, 30));
    var connectors =
        List.of(
            connector(1, A.profile(2, TxDefaultProfile).on(1).periods(0, 16)),
            CompositeSchedule.of(
                InstalledProfiles.NONE, 2, null, NOW, HOUR, ChargingRateUnit.A, SUPPLY));

    assertEquals("0:30.0 60:free", text(CompositeSchedule.together(whole, connectors)));
  }

  private static CompositeSchedule whole(SetChargingProfile.Request profile) {
    return connector(0, profile);
  }

  private static CompositeSchedule connector(int id, SetChargingProfile.Request profile) {
    return CompositeSchedule.of(
        held(List.of(profile)), id, null, NOW, HOUR, ChargingRateUnit.A, SUPPLY);
  }

  @Test
  void the_highest_limit_is_unknown_where_nothing_limits() {
    var limited = connector(1, A.profile(1, TxDefaultProfile).periods(0, 16, 60, 20, 90, 8));
    var ending = connector(1, A.profile(1, TxDefaultProfile).lasting(60).periods(0, 16));

    assertEquals(OptionalInt.of(200), limited.highest());
    assertEquals(OptionalInt.empty(), ending.highest());
  }
}
