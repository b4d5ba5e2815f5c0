package io.evenkeel.smartcharging.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
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
  void amperesComeFirstAndWattsOnlyWhereTheChargerSaysThatItTakesThem() {
    Form relativeWatts = new Form(ChargingRateUnit.W, ChargingProfileKind.Relative);
    Form absoluteWatts = new Form(ChargingRateUnit.W, ChargingProfileKind.Absolute);
    Form absoluteAmperes = new Form(ChargingRateUnit.A, ChargingProfileKind.Absolute);

    assertEquals(
        List.of(AMPERES, absoluteAmperes, wordy(AMPERES)), Form.forms(units(ChargingRateUnit.A)));
    assertEquals(
        List.of(relativeWatts, absoluteWatts, terse(relativeWatts), wordy(relativeWatts), AMPERES),
        Form.forms(units(ChargingRateUnit.W)));
    assertEquals(
        List.of(
            AMPERES,
            absoluteAmperes,
            relativeWatts,
            absoluteWatts,
            terse(relativeWatts),
            wordy(AMPERES)),
        Form.forms(units(ChargingRateUnit.A, ChargingRateUnit.W)));
  }

  private static Form terse(Form form) {
    return new Form(form.unit(), form.kind(), false, false, false);
  }

  private static Form wordy(Form form) {
    return new Form(form.unit(), form.kind(), false, true);
  }

  // H89: first startPeriod 0, strictly rising; decreases early and increases late by the guard
  @Test
  void aScheduleCountsFromTheTransactionsStartAndItsChangesAreGuarded() {
    Course course =
        Course.of(
            List.of(
                new Course.Step(Instant.MIN, 160),
                new Course.Step(NOW.plusSeconds(3600), 60),
                new Course.Step(NOW.plusSeconds(7200), 320)),
            NOW.plusSeconds(10_800));
    var setting =
        new ProfileWriter.Setting(AMPERES, 3, 230, Duration.ofSeconds(30), NOW.minusSeconds(1000));

    ChargingSchedule schedule =
        ProfileWriter.write(connector(3), new Change.OfTransaction(77, course), setting, NOW)
            .csChargingProfiles()
            .chargingSchedule();

    assertEquals(
        List.of(
            new ChargingSchedulePeriod(0, new BigDecimal("16.0"), null),
            new ChargingSchedulePeriod(1000 + 3600 - 30, new BigDecimal("6.0"), null),
            new ChargingSchedulePeriod(1000 + 7200 + 30, new BigDecimal("32.0"), null)),
        schedule.chargingSchedulePeriod());
    assertEquals(1000 + 10_800 - 30, schedule.duration(), "it ends early too");
  }

  @Test
  void whatIsOverIsNotWritten() {
    Course course =
        Course.of(
            List.of(new Course.Step(Instant.MIN, 160), new Course.Step(NOW.minusSeconds(60), 100)),
            null);

    assertEquals(
        new BigDecimal("10.0"), limit(connector(3), new Change.OfTransaction(7, course), AMPERES));
  }

  @Test
  void aTransactionsLimitIsTriedInTheFormInWhichTheDefaultWasTaken() {
    Form watts = new Form(ChargingRateUnit.W, ChargingProfileKind.Relative);

    assertEquals(
        List.of(watts, new Form(ChargingRateUnit.W, ChargingProfileKind.Absolute)),
        watts.ofTransaction(units(ChargingRateUnit.A, ChargingRateUnit.W)));
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
