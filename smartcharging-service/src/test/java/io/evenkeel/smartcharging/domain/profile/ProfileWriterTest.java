package io.evenkeel.smartcharging.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is on the wire (H86 to H91, H99). */
class ProfileWriterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Form AMPERES = new Form(ChargingRateUnit.A, ChargingProfileKind.Relative);

  // H86: a TxDefaultProfile on connector n has no transactionId; H90: one period
  @Test
  void aDefault() {
    assertEquals(
        """
        {"connectorId":2,"csChargingProfiles":{"chargingProfileId":21,"stackLevel":3,\
        "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",\
        "chargingSchedule":{"chargingRateUnit":"A",\
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":12.5}]}}}""",
        written(connector(3), new Change.OfDefault(125), AMPERES));
  }

  // H86: a TxProfile has the transactionId
  @Test
  void aTransactionsLimit() {
    assertEquals(
        """
        {"connectorId":2,"csChargingProfiles":{"chargingProfileId":22,"transactionId":77,\
        "stackLevel":3,"chargingProfilePurpose":"TxProfile","chargingProfileKind":"Relative",\
        "chargingSchedule":{"chargingRateUnit":"A",\
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.0}]}}}""",
        written(connector(3), new Change.OfTransaction(77, 160), AMPERES));
  }

  // H89: Absolute has a startSchedule
  @Test
  void anAbsoluteOneBeginsBeforeNow() {
    Form absolute = new Form(ChargingRateUnit.A, ChargingProfileKind.Absolute);

    assertEquals(
        """
        {"connectorId":2,"csChargingProfiles":{"chargingProfileId":21,"stackLevel":3,\
        "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute",\
        "chargingSchedule":{"startSchedule":"2026-02-28T08:00:00.000Z","chargingRateUnit":"A",\
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":0.0}]}}}""",
        written(connector(3), new Change.OfDefault(0), absolute));
  }

  // H91: W in total over the phases, never more than the amperes meant
  @Test
  void watts() {
    Form watts = new Form(ChargingRateUnit.W, ChargingProfileKind.Relative);

    assertEquals(new BigDecimal("7038.0"), limit(connector(3), new Change.OfDefault(102), watts));
    assertEquals(new BigDecimal("2346.0"), limit(connector(1), new Change.OfDefault(102), watts));
    assertEquals(
        1,
        ProfileWriter.write(connector(1), new Change.OfDefault(102), setting(watts), NOW)
            .csChargingProfiles()
            .chargingSchedule()
            .chargingSchedulePeriod()
            .getFirst()
            .numberPhases());
  }

  @Test
  void amperesComeFirstAndOnlyUnitsThatTheChargerTakes() {
    Form relativeWatts = new Form(ChargingRateUnit.W, ChargingProfileKind.Relative);
    Form absoluteWatts = new Form(ChargingRateUnit.W, ChargingProfileKind.Absolute);
    Form absoluteAmperes = new Form(ChargingRateUnit.A, ChargingProfileKind.Absolute);

    assertEquals(List.of(AMPERES, absoluteAmperes), Form.forms(units(ChargingRateUnit.A)));
    assertEquals(List.of(relativeWatts, absoluteWatts), Form.forms(units(ChargingRateUnit.W)));
    assertEquals(
        List.of(AMPERES, absoluteAmperes, relativeWatts, absoluteWatts),
        Form.forms(units(ChargingRateUnit.A, ChargingRateUnit.W)));
  }

  private static BigDecimal limit(Connector connector, Change change, Form form) {
    return ProfileWriter.write(connector, change, setting(form), NOW)
        .csChargingProfiles()
        .chargingSchedule()
        .chargingSchedulePeriod()
        .getFirst()
        .limit();
  }

  private static String written(Connector connector, Change change, Form form) {
    return Codec.encode(ProfileWriter.write(connector, change, setting(form), NOW));
  }

  private static ProfileWriter.Setting setting(Form form) {
    return new ProfileWriter.Setting(form, 3, 230, Duration.ofSeconds(30), NOW);
  }

  private static Connector connector(int phases) {
    return new Connector("a", new ConnectorKey("CP1", 2), "grid", Rotation.RST, phases, 320);
  }

  private static Capabilities units(ChargingRateUnit... units) {
    Capabilities any = Capabilities.unknown();
    return new Capabilities(
        "", "", "", 1, true, 1, 0, 2, Set.of(units), any.minCurrentA(), any.maxCurrentA());
  }
}
