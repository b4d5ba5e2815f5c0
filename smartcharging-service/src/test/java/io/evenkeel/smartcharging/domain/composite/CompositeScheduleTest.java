package io.evenkeel.smartcharging.domain.composite;

import static io.evenkeel.ocpp.type.ChargingProfilePurpose.ChargePointMaxProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxDefaultProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxProfile;
import static io.evenkeel.smartcharging.domain.composite.A.profile;
import static io.evenkeel.smartcharging.domain.composite.Schedules.HOUR;
import static io.evenkeel.smartcharging.domain.composite.Schedules.NOW;
import static io.evenkeel.smartcharging.domain.composite.Schedules.RUNNING;
import static io.evenkeel.smartcharging.domain.composite.Schedules.SUPPLY;
import static io.evenkeel.smartcharging.domain.composite.Schedules.held;
import static io.evenkeel.smartcharging.domain.composite.Schedules.idle;
import static io.evenkeel.smartcharging.domain.composite.Schedules.running;
import static io.evenkeel.smartcharging.domain.composite.Schedules.schedule;
import static io.evenkeel.smartcharging.domain.composite.Schedules.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OCPP 1.6 sections 3.13 and 5.7, case by case. Schedules read "start:limit start:limit". */
class CompositeScheduleTest {

  @Test
  void without_profiles_nothing_limits() {
    assertEquals("0:free", running());
  }

  @Test
  void TC_056_the_default_limits_a_transaction_that_has_no_profile_of_its_own() {
    assertEquals("0:16.0", running(profile(1, TxDefaultProfile).periods(0, 16)));
  }

  @Test
  void TC_056_the_default_of_connector_0_holds_for_every_connector() {
    assertEquals("0:13.0", running(profile(1, TxDefaultProfile).on(0).periods(0, 13)));
  }

  @Test
  void a_connectors_own_default_comes_before_the_one_for_all_whatever_the_stack_levels() {
    assertEquals(
        "0:20.0",
        running(
            profile(1, TxDefaultProfile).on(0).level(5).periods(0, 13),
            profile(2, TxDefaultProfile).on(1).periods(0, 20)));
  }

  @Test
  void where_a_connectors_own_default_is_silent_the_one_for_all_holds() {
    assertEquals(
        "0:20.0 600:13.0",
        running(
            profile(1, TxDefaultProfile).on(0).periods(0, 13),
            profile(2, TxDefaultProfile).on(1).absolute(NOW).lasting(600).periods(0, 20)));
  }

  @Test
  void the_default_of_another_connector_does_not_count() {
    assertEquals("0:free", running(profile(1, TxDefaultProfile).on(2).periods(0, 13)));
  }

  @Test
  void TC_057_the_transactions_profile_comes_before_the_default_also_when_it_allows_more() {
    assertEquals(
        "0:24.0",
        running(
            profile(1, TxDefaultProfile).level(9).periods(0, 10),
            profile(2, TxProfile).transaction(7).periods(0, 24)));
  }

  @Test
  void TC_057_the_profile_of_another_transaction_does_not_count() {
    assertEquals("0:free", running(profile(1, TxProfile).transaction(8).periods(0, 24)));
  }

  @Test
  void a_transaction_profile_without_an_id_is_for_the_running_transaction() {
    assertEquals("0:24.0", running(profile(1, TxProfile).periods(0, 24)));
  }

  @Test
  void without_a_transaction_only_the_default_counts() {
    assertEquals(
        "0:10.0",
        idle(
            profile(1, TxDefaultProfile).periods(0, 10),
            profile(2, TxProfile).transaction(7).periods(0, 24)));
  }

  @Test
  void the_higher_stack_level_wins_while_it_lasts() {
    assertEquals(
        "0:8.0 900:24.0 1800:8.0",
        running(
            profile(1, TxProfile).level(0).periods(0, 8),
            profile(2, TxProfile)
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
            profile(1, TxDefaultProfile).periods(0, 10),
            profile(2, TxProfile).lasting(900).periods(0, 24)));
  }

  @Test
  void a_gap_with_nothing_below_is_free() {
    assertEquals("0:24.0 300:free", running(profile(2, TxProfile).lasting(900).periods(0, 24)));
  }

  @Test
  void the_charge_points_maximum_caps_what_is_above_it() {
    assertEquals(
        "0:20.0 1200:16.0",
        running(
            profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 20),
            profile(2, TxProfile).periods(0, 32, 1800, 16)));
  }

  @Test
  void the_charge_points_maximum_limits_where_nothing_else_does() {
    assertEquals(
        "0:20.0 60:free",
        running(profile(1, ChargePointMaxProfile).absolute(NOW).lasting(60).periods(0, 20)));
  }

  @Test
  void maxima_stack_as_well() {
    assertEquals(
        "0:10.0 60:20.0",
        running(
            profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 20),
            profile(2, ChargePointMaxProfile).level(1).absolute(NOW).lasting(60).periods(0, 10)));
  }

  @Test
  void equal_neighbours_are_one_step() {
    assertEquals(
        "0:16.0",
        running(
            profile(1, TxProfile).level(1).lasting(1200).periods(0, 16, 700, 16),
            profile(2, TxProfile).periods(0, 16)));
  }

  @Test
  void watts_are_for_three_phases_unless_said_otherwise() {
    assertEquals("0:16.0", running(profile(1, TxProfile).watts(null).periods(0, 11_040)));
    assertEquals("0:16.0", running(profile(1, TxProfile).watts(1).periods(0, 3680)));
  }

  @Test
  void a_connector_with_one_phase_draws_all_watts_over_it() {
    var schedule =
        CompositeSchedule.of(
            held(List.of(profile(1, TxProfile).watts(null).periods(0, 3680))),
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
                    profile(1, TxDefaultProfile).periods(0, 16),
                    profile(2, TxProfile).lasting(900).watts(2).periods(0, 4000))),
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
            profile(1, ChargePointMaxProfile).absolute(NOW).watts(null).periods(0, 6900),
            profile(2, TxProfile).periods(0, 16)));
  }

  @Test
  void TC_066_connector_0_is_the_charge_points_maximum() {
    var whole = whole(profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 63, 900, 40));

    assertEquals("0:63.0 900:40.0", text(whole));
  }

  @Test
  void TC_066_the_whole_is_the_sum_of_its_connectors_up_to_its_maximum() {
    var whole = whole(profile(1, ChargePointMaxProfile).absolute(NOW).periods(0, 30, 900, 60));
    var connectors =
        List.of(
            connector(1, profile(2, TxDefaultProfile).on(1).periods(0, 16, 1200, 20)),
            connector(2, profile(3, TxDefaultProfile).on(2).periods(0, 16)));

    assertEquals("0:30.0 900:32.0 1200:36.0", text(CompositeSchedule.together(whole, connectors)));
  }

  @Test
  void a_connector_without_a_limit_leaves_the_whole_to_its_maximum() {
    var whole = whole(profile(1, ChargePointMaxProfile).absolute(NOW).lasting(60).periods(0, 30));
    var connectors =
        List.of(
            connector(1, profile(2, TxDefaultProfile).on(1).periods(0, 16)),
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
}
