package io.evenkeel.smartcharging.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.ocpp.type.RecurrencyKind;
import io.evenkeel.smartcharging.domain.composite.Installed;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetByHandTextTest {

  private static ChargingProfile profile(int id) {
    return new ChargingProfile(
        id,
        7,
        3,
        ChargingProfilePurpose.TxProfile,
        ChargingProfileKind.Recurring,
        RecurrencyKind.Weekly,
        null,
        Timestamp.parse("2026-04-01T00:00:00+02:00"),
        new ChargingSchedule(
            3600,
            Timestamp.parse("2026-03-01T00:00:00Z"),
            ChargingRateUnit.W,
            List.of(new ChargingSchedulePeriod(0, new BigDecimal("1234.5"), 2)),
            null));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var byHand = new SetByHand(List.of(new Installed(1, profile(8)), new Installed(0, profile(9))));

    assertEquals(byHand, SetByHandText.read(SetByHandText.write(byHand)));
    assertEquals("[]", SetByHandText.write(SetByHand.NOTHING));
    assertEquals(SetByHand.NOTHING, SetByHandText.read("[]"));
  }

  @Test
  void whatIsDamagedIsNotTakenForNothing() {
    assertThrows(IllegalStateException.class, () -> SetByHandText.read("[{\"connectorId\":1}]"));
    assertThrows(IllegalStateException.class, () -> SetByHandText.read("["));
  }
}
