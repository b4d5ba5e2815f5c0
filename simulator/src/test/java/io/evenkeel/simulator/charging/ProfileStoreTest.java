package io.evenkeel.simulator.charging;

import static io.evenkeel.ocpp.type.ChargingProfilePurpose.ChargePointMaxProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxDefaultProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxProfile;
import static io.evenkeel.simulator.charging.Profiles.absolute;
import static io.evenkeel.simulator.charging.Profiles.recurring;
import static io.evenkeel.simulator.charging.Profiles.relative;
import static io.evenkeel.simulator.charging.Profiles.schedule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.ocpp.type.RecurrencyKind;
import io.evenkeel.simulator.charging.ProfileStore.Running;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
  private static final Running RUNNING = new Running(7, NOW.minusSeconds(600));

  private static final List<Optional<Running>> BOTH =
      List.of(Optional.of(RUNNING), Optional.empty());
  private static final List<Optional<Running>> IDLE = List.of(Optional.empty(), Optional.empty());

  private final ProfileStore store = new ProfileStore(ChargerModel.DOUBLE, 8, 10);

  private double limit(Instant when) {
    return store.limitA(1, RUNNING, 1, when);
  }

  @Test
  void nothing_installed_means_all_the_charger_can() {
    assertEquals(32, limit(NOW), "the charger's own maximum");
  }

  @Test
  void the_transactions_profile_goes_before_the_default() {
    assertTrue(store.set(0, relative(1, 8, TxDefaultProfile, 0, 10), null), "a default is taken");
    assertTrue(
        store.set(1, absolute(2, 0, TxProfile, 7, schedule(NOW, null, 0, 20)), RUNNING),
        "a profile for the running transaction is taken");

    assertEquals(20, limit(NOW), "TxProfile, though its stack level is lower");
    assertEquals(10, limit(NOW.minusSeconds(1)), "the default before the TxProfile begins");
    assertEquals(10, store.limitA(2, null, 1, NOW), "the default on the other connector");
  }

  @Test
  void the_higher_stack_level_prevails_while_it_says_something() {
    store.set(1, absolute(1, 0, TxProfile, 7, schedule(NOW, null, 0, 8)), RUNNING);
    store.set(1, absolute(2, 3, TxProfile, 7, schedule(NOW.plusSeconds(60), 60, 0, 24)), RUNNING);

    assertEquals(8, limit(NOW), "level 0 before level 3 begins");
    assertEquals(24, limit(NOW.plusSeconds(60)), "level 3 while it lasts");
    assertEquals(8, limit(NOW.plusSeconds(120)), "level 0 after level 3's duration");
  }

  @Test
  void a_default_for_the_connector_overrules_the_one_for_all() {
    store.set(0, relative(1, 5, TxDefaultProfile, 0, 30), null);
    store.set(1, relative(2, 0, TxDefaultProfile, 0, 12), null);

    assertEquals(12, limit(NOW));
    assertEquals(30, store.limitA(2, RUNNING, 1, NOW));
  }

  @Test
  void the_charge_points_maximum_caps_and_is_shared() {
    store.set(0, absolute(1, 0, ChargePointMaxProfile, null, schedule(NOW, null, 0, 20)), null);
    store.set(1, absolute(2, 0, TxProfile, 7, schedule(NOW, null, 0, 32)), RUNNING);

    assertEquals(20, limit(NOW), "the minimum of both");
    assertEquals(10, store.limitA(1, RUNNING, 2, NOW), "half when two connectors charge");
  }

  @Test
  void a_relative_schedule_starts_with_the_transaction() {
    store.set(1, relative(1, 0, TxProfile, 0, 16, 900, 8), RUNNING);

    assertEquals(16, limit(NOW), "600 s after the start");
    assertEquals(8, limit(NOW.plusSeconds(300)), "900 s after the start");
  }

  @Test
  void a_day_of_a_recurring_schedule_is_24_hours_also_when_clocks_change() {
    var first = Instant.parse("2026-03-27T18:00:00Z");
    store.set(
        0, recurring(1, RecurrencyKind.Daily, TxDefaultProfile, schedule(first, 7200, 0, 6)), null);

    assertEquals(6, limit(Instant.parse("2026-03-29T18:00:00Z")), "a day after the change");
    assertEquals(32, limit(Instant.parse("2026-03-29T20:00:00Z")), "after two hours");
    assertEquals(32, limit(Instant.parse("2026-03-29T17:59:59Z")), "not an hour early");
  }

  @Test
  void watts_become_ampere_per_phase() {
    var schedule =
        new ChargingSchedule(
            null, Timestamp.of(NOW), ChargingRateUnit.W, Profiles.periods(0, 6900), null);
    store.set(1, absolute(1, 0, TxProfile, 7, schedule), RUNNING);

    assertEquals(10, limit(NOW), 1e-9, "6900 W on three phases of 230 V");
  }

  @Test
  void a_profile_outside_its_validity_says_nothing() {
    var profile =
        new ChargingProfile(
            1,
            null,
            0,
            TxDefaultProfile,
            ChargingProfileKind.Relative,
            null,
            Timestamp.of(NOW),
            Timestamp.of(NOW.plusSeconds(10)),
            schedule(null, null, 0, 7));
    store.set(0, profile, null);

    assertEquals(32, limit(NOW.minusSeconds(1)));
    assertEquals(7, limit(NOW));
    assertEquals(32, limit(NOW.plusSeconds(10)));
  }

  @Test
  void the_same_purpose_level_and_connector_replaces() {
    store.set(1, relative(1, 2, TxDefaultProfile, 0, 10), null);
    store.set(1, relative(2, 2, TxDefaultProfile, 0, 14), null);
    store.set(2, relative(3, 2, TxDefaultProfile, 0, 9), null);

    assertEquals(2, store.size());
    assertEquals(14, limit(NOW));
  }

  @Test
  void what_the_specification_forbids_is_rejected_and_changes_nothing() {
    assertFalse(store.set(1, relative(1, 0, TxProfile, 0, 10), null), "no transaction runs");
    assertFalse(
        store.set(1, absolute(1, 0, TxProfile, 8, schedule(NOW, null, 0, 10)), RUNNING),
        "another transaction");
    assertFalse(
        store.set(0, absolute(1, 0, TxProfile, 7, schedule(NOW, null, 0, 10)), RUNNING),
        "TxProfile on connector 0");
    assertFalse(
        store.set(1, absolute(1, 0, ChargePointMaxProfile, null, schedule(NOW, null, 0, 9)), null),
        "ChargePointMaxProfile on a connector");
    assertFalse(
        store.set(0, relative(1, 0, ChargePointMaxProfile, 0, 9), null),
        "ChargePointMaxProfile that is relative");
    assertFalse(
        store.set(1, absolute(1, 0, TxDefaultProfile, null, schedule(null, null, 0, 9)), null),
        "Absolute without a start");
    assertFalse(
        store.set(1, relative(1, 9, TxDefaultProfile, 0, 9), null), "over the highest stack level");
    assertFalse(store.set(1, relative(1, 0, TxDefaultProfile, 5, 9), null), "first period not 0");
    assertFalse(
        store.set(1, relative(1, 0, TxDefaultProfile, 0, 9, 0, 8), null), "periods not rising");
    assertFalse(store.set(3, relative(1, 0, TxDefaultProfile, 0, 9), null), "no such connector");
    assertFalse(store.set(1, Profiles.longSchedule(1, 25), RUNNING), "more periods than it stands");
    assertEquals(0, store.size());
  }

  @Test
  void there_is_room_for_so_many_profiles_and_for_replacements() {
    var small = new ProfileStore(ChargerModel.GENERIC, 8, 2);
    small.set(0, relative(1, 0, TxDefaultProfile, 0, 10), null);
    small.set(0, relative(2, 1, TxDefaultProfile, 0, 11), null);

    assertFalse(small.set(0, relative(3, 2, TxDefaultProfile, 0, 12), null), "no room");
    assertTrue(small.set(0, relative(4, 1, TxDefaultProfile, 0, 12), null), "in place of another");
  }

  @Test
  void clearing_is_by_id_alone_or_by_all_criteria() {
    store.set(0, relative(1, 0, TxDefaultProfile, 0, 10), null);
    store.set(1, relative(2, 1, TxDefaultProfile, 0, 11), null);
    store.set(2, relative(3, 1, TxDefaultProfile, 0, 12), null);

    assertTrue(store.clear(new ClearChargingProfile.Request(1, 2, null, 1)), "by id");
    assertFalse(
        store.clear(new ClearChargingProfile.Request(null, 1, TxDefaultProfile, 0)),
        "all criteria must hold");
    assertTrue(store.clear(new ClearChargingProfile.Request(null, 1, null, null)), "connector 1");
    assertTrue(store.clear(new ClearChargingProfile.Request(null, null, null, null)), "all");
    assertEquals(0, store.size());
  }

  @Test
  void the_end_of_a_transaction_and_a_reboot_void_its_profiles() {
    store.set(0, relative(1, 0, TxDefaultProfile, 0, 10), null);
    store.set(1, relative(2, 0, TxProfile, 0, 20), RUNNING);
    store.set(2, relative(3, 0, TxProfile, 0, 21), RUNNING);

    store.transactionEnded(1);
    assertEquals(10, limit(NOW), "back to the default");
    assertEquals(21, store.limitA(2, RUNNING, 1, NOW), "the other connector keeps its own");
    store.rebooted();
    assertEquals(1, store.size(), "only the default is left");
  }

  @Test
  void the_composite_schedule_joins_everything() {
    store.set(0, relative(1, 0, TxDefaultProfile, 0, 10), null);
    store.set(
        1,
        absolute(2, 0, TxProfile, 7, schedule(NOW.plusSeconds(60), 120, 0, 20, 60, 25)),
        RUNNING);
    store.set(
        0,
        absolute(3, 0, ChargePointMaxProfile, null, schedule(NOW.plusSeconds(90), null, 0, 18)),
        null);

    var composite = store.composite(1, BOTH, NOW, 300, ChargingRateUnit.A);

    assertEquals(
        Profiles.periods(0, 10, 60, 20, 90, 18, 180, 10), composite.chargingSchedulePeriod());
    assertEquals(300, composite.duration());
  }

  @Test
  void the_composite_schedule_of_the_whole_charge_point_in_watts() {
    var composite = store.composite(0, IDLE, NOW, 60, ChargingRateUnit.W);

    assertEquals(Profiles.periods(0, 2 * 32 * 3 * 230.0), composite.chargingSchedulePeriod());
  }

  @Test
  void the_composite_schedule_of_the_whole_is_the_sum_of_its_connectors_up_to_its_maximum() {
    store.set(1, relative(1, 0, TxProfile, 0, 16, 660, 10), RUNNING);
    store.set(2, relative(2, 0, TxDefaultProfile, 0, 12), null);
    store.set(
        0, absolute(3, 0, ChargePointMaxProfile, null, schedule(NOW, null, 0, 40, 120, 20)), null);

    var composite = store.composite(0, BOTH, NOW, 300, ChargingRateUnit.A);

    assertEquals(Profiles.periods(0, 28, 60, 22, 120, 20), composite.chargingSchedulePeriod());
  }

  @Test
  void watts_for_fewer_phases_stay_these_watts() {
    var schedule =
        new ChargingSchedule(
            null,
            Timestamp.of(NOW),
            ChargingRateUnit.W,
            List.of(new ChargingSchedulePeriod(0, BigDecimal.valueOf(4600), 2)),
            null);
    store.set(1, absolute(1, 0, TxProfile, 7, schedule), RUNNING);

    var composite = store.composite(1, BOTH, NOW, 60, ChargingRateUnit.W);

    assertEquals(10, limit(NOW), 1e-9, "4600 W on two phases of 230 V");
    assertEquals(Profiles.periods(0, 4600), composite.chargingSchedulePeriod());
  }
}
