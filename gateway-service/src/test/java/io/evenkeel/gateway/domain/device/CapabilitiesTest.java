package io.evenkeel.gateway.domain.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.registry.KnownModelsTable;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.core.GetConfiguration.KeyValue;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {

  private static final KnownModels MODELS = KnownModelsTable.read();

  private static KeyValue key(String key, @Nullable String value) {
    return new KeyValue(key, true, value);
  }

  private static BootFacts facts(String vendor, String model) {
    return new BootFacts(vendor, model, null, null, "1.0", null, null, null, null);
  }

  private static Device device(BootFacts boot, Claims declared, Claims operator) {
    return new Device(
        "CP",
        Registration.Accepted,
        null,
        boot,
        null,
        declared,
        boot.firmwareVersion(),
        Lessons.NONE,
        operator);
  }

  private static Claims periods(int periods) {
    return new Claims(null, null, periods, null, null, null, null, null, null);
  }

  @Test
  void configurationKeysAreReadWhateverTheirCase() {
    var claims =
        DeclaredConfiguration.claims(
            List.of(
                key("numberOfConnectors", "2"),
                key("SupportedFeatureProfiles", "Core, SmartCharging,RemoteTrigger"),
                key("ChargingScheduleMaxPeriods", " 20 "),
                key("ChargeProfileMaxStackLevel", "8"),
                key("MaxChargingProfilesInstalled", "10"),
                key("ChargingScheduleAllowedChargingRateUnit", "Current,Power"),
                key("GetConfigurationMaxKeys", "50")));

    assertEquals(
        new Claims(
            2, true, 20, 8, 10, Set.of(ChargingRateUnit.A, ChargingRateUnit.W), null, null, 50),
        claims);
  }

  @Test
  void valuesThatMakeNoSenseCountAsNotTold() {
    var claims =
        DeclaredConfiguration.claims(
            List.of(
                key("NumberOfConnectors", "two"),
                key("ChargingScheduleMaxPeriods", "0"),
                key("ChargeProfileMaxStackLevel", "-1"),
                key("MaxChargingProfilesInstalled", "99999999999"),
                key("ChargingScheduleAllowedChargingRateUnit", "Horsepower"),
                key("SupportedFeatureProfiles", ""),
                key("GetConfigurationMaxKeys", null)));

    assertEquals(Claims.NONE, claims);
  }

  @Test
  void aChargePointWithoutTheProfileHasNoSmartCharging() {
    var claims =
        DeclaredConfiguration.claims(List.of(key("SupportedFeatureProfiles", "Core,Reservation")));

    assertEquals(false, claims.smartCharging());
  }

  @ParameterizedTest
  @CsvSource({"Delta,AC MAX", "DELTA,ac-max", "Delta Electronics,ACMAX Smart", "delta,AC MAX 22kW"})
  void theDeltaAcMaxStandsTenPeriodsWhateverItAdvertises(String vendor, String model) {
    var device = device(facts(vendor, model), periods(20), Claims.NONE);

    assertEquals(10, device.capabilities(MODELS).maxSchedulePeriods());
  }

  @Test
  void theOperatorsWordIsTheLast() {
    var device = device(facts("Delta", "AC MAX"), periods(20), periods(4));

    assertEquals(4, device.capabilities(MODELS).maxSchedulePeriods());
  }

  @Test
  void otherModelsAreBelieved() {
    var device = device(facts("Alfen", "NG910"), periods(20), Claims.NONE);

    assertEquals(20, device.capabilities(MODELS).maxSchedulePeriods());
  }

  @Test
  void whatNobodySaysIsAssumedCautiously() {
    var silent =
        new Device(
            "CP",
            Registration.Accepted,
            null,
            null,
            null,
            Claims.NONE,
            null,
            Lessons.NONE,
            Claims.NONE);

    assertEquals(Capabilities.unknown(), silent.capabilities(MODELS));
    assertTrue(silent.capabilitiesUnknown());
  }

  @Test
  void newFirmwareIsAskedAnew() {
    var boot = facts("V", "M");

    assertFalse(device(boot, Claims.NONE, Claims.NONE).capabilitiesUnknown());
    assertTrue(
        new Device(
                "CP",
                Registration.Accepted,
                null,
                boot,
                null,
                Claims.NONE,
                "0.9",
                Lessons.NONE,
                Claims.NONE)
            .capabilitiesUnknown());
  }

  @Test
  void claimsOutOfBoundsNameTheField() {
    var wrong = assertThrows(InvalidField.class, () -> periods(0));

    assertEquals("maxSchedulePeriods", wrong.field());
  }

  @Test
  void intervalsAreSpreadAroundTheirMiddle() {
    var jitter = new Jitter(new SplittableRandom(1), 0.1);
    var seconds =
        IntStream.range(0, 1000)
            .map(i -> jitter.seconds(Duration.ofSeconds(300)))
            .summaryStatistics();

    assertTrue(seconds.getMin() >= 270 && seconds.getMax() <= 330, seconds.toString());
    assertTrue(seconds.getMax() - seconds.getMin() > 40, "spread: " + seconds);
    assertEquals(1, new Jitter(new SplittableRandom(1), 0).seconds(Duration.ZERO));
  }

  @Test
  void nothingIsClaimedOfAModelBeforeItBooted() {
    assertNull(MODELS.claimsFor(null).maxSchedulePeriods());
  }
}
