package io.evenkeel.smartcharging.domain.composite;

import static io.evenkeel.ocpp.type.ChargingProfilePurpose.ChargePointMaxProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxDefaultProfile;
import static io.evenkeel.ocpp.type.ChargingProfilePurpose.TxProfile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** OCPP 1.6 sections 5.5 and 5.16. */
class InstalledProfilesTest {

  private static final SetChargingProfile.Request MAX =
      A.profile(1, ChargePointMaxProfile).periods(0, 63);
  private static final SetChargingProfile.Request FOR_ALL =
      A.profile(2, TxDefaultProfile).on(0).periods(0, 16);
  private static final SetChargingProfile.Request DEFAULT =
      A.profile(3, TxDefaultProfile).on(1).level(1).periods(0, 10);
  private static final SetChargingProfile.Request FOR_TRANSACTION =
      A.profile(4, TxProfile).on(1).level(1).transaction(7).periods(0, 8);

  private static final InstalledProfiles FOUR = of(MAX, FOR_ALL, DEFAULT, FOR_TRANSACTION);

  private static InstalledProfiles of(SetChargingProfile.Request... accepted) {
    InstalledProfiles held = InstalledProfiles.NONE;
    for (SetChargingProfile.Request one : accepted) {
      held = held.set(one);
    }
    return held;
  }

  private static List<Integer> ids(InstalledProfiles held) {
    return held.all().stream().map(one -> one.profile().chargingProfileId()).sorted().toList();
  }

  private static List<Integer> cleared(
      @Nullable Integer id,
      @Nullable Integer connector,
      @Nullable ChargingProfilePurpose purpose,
      @Nullable Integer level) {
    return ids(FOUR.clear(new ClearChargingProfile.Request(id, connector, purpose, level)));
  }

  @Test
  void the_same_purpose_stack_level_and_connector_is_replaced_whatever_its_id() {
    var held = of(DEFAULT, A.profile(9, TxDefaultProfile).on(1).level(1).periods(0, 12));

    assertEquals(List.of(9), ids(held));
  }

  @Test
  void the_same_id_is_replaced_wherever_it_was() {
    var held = of(DEFAULT, A.profile(3, TxProfile).on(2).level(5).periods(0, 12));

    assertEquals(of(A.profile(3, TxProfile).on(2).level(5).periods(0, 12)), held);
  }

  @Test
  void another_stack_level_connector_or_purpose_is_held_beside_it() {
    var held =
        of(
            DEFAULT,
            A.profile(5, TxDefaultProfile).on(1).level(2).periods(0, 12),
            A.profile(6, TxDefaultProfile).on(2).level(1).periods(0, 12),
            A.profile(7, TxProfile).on(1).level(1).periods(0, 12));

    assertEquals(List.of(3, 5, 6, 7), ids(held));
  }

  @Test
  void what_is_held_does_not_depend_on_the_order_it_came_in() {
    assertEquals(FOUR, of(FOR_TRANSACTION, DEFAULT, MAX, FOR_ALL));
  }

  @Test
  void TC_067_clear_by_id_ignores_the_other_criteria() {
    assertEquals(List.of(1, 2, 4), cleared(3, 2, ChargePointMaxProfile, 8));
  }

  @Test
  void TC_067_clear_by_criteria_needs_all_of_them() {
    assertEquals(List.of(1, 2, 4), cleared(null, 1, TxDefaultProfile, 1));
    assertEquals(List.of(1, 4), cleared(null, null, TxDefaultProfile, null));
    assertEquals(List.of(1, 2), cleared(null, null, null, 1));
    assertEquals(List.of(1, 2, 3, 4), cleared(null, 1, TxDefaultProfile, 0));
  }

  @Test
  void clear_on_connector_0_means_the_charge_point_and_not_its_connectors() {
    assertEquals(List.of(3, 4), cleared(null, 0, null, null));
  }

  @Test
  void TC_067_clear_without_criteria_clears_all() {
    assertEquals(List.of(), cleared(null, null, null, null));
  }

  @Test
  void clear_of_an_unknown_id_leaves_all() {
    assertEquals(FOUR, FOUR.clear(new ClearChargingProfile.Request(99, null, null, null)));
  }

  @Test
  void the_end_of_a_transaction_voids_what_was_set_for_it() {
    assertEquals(List.of(1, 2, 3), ids(FOUR.transactionEnded(1)));
    assertEquals(FOUR, FOUR.transactionEnded(2));
  }
}
