package io.evenkeel.transaction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import io.evenkeel.ocpp.type.ValueFormat;
import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items 63 and 64. */
class SampleTest {

  @Test
  void what_is_not_said_has_the_defaults_of_the_specification() {
    Sample sample = Sample.of(new SampledValue("1500", null, null, null, null, null, null));

    assertEquals(Measurand.EnergyActiveImportRegister, sample.measurand());
    assertEquals(BaseUnit.Wh, sample.unit());
    assertEquals(ReadingContext.SamplePeriodic, sample.context());
    assertEquals(Location.Outlet, sample.location());
    assertEquals(ValueFormat.Raw, sample.format());
    assertEquals(new BigDecimal("1500"), sample.value());
  }

  @ParameterizedTest
  @CsvSource({
    "EnergyActiveImportRegister, 12.345, kWh, 12345, Wh",
    "EnergyActiveImportRegister, 12345, Wh, 12345, Wh",
    "EnergyReactiveImportRegister, 1.5, kvarh, 1500, varh",
    "EnergyReactiveImportRegister, 1.5, varh, 1.5, varh",
    "PowerActiveImport, 7.4, kW, 7400, W",
    "PowerActiveImport, -7.4, W, -7.4, W",
    "PowerOffered, 0.0001, kW, 0.1, W",
    "PowerReactiveImport, 2, kvar, 2000, var",
    "PowerActiveImport, 2, kVA, 2000, VA",
    "PowerActiveImport, 2, VA, 2, VA",
    "CurrentImport, 16.0, A, 16.0, A",
    "Voltage, 230.4, V, 230.4, V",
    "Temperature, 23.5, Celsius, 23.5, Celsius",
    "Temperature, 23.5, Celcius, 23.5, Celsius",
    "Temperature, 300, K, 26.85, Celsius",
    "Temperature, 77, Fahrenheit, 25.00, Celsius",
    "SoC, 81, Percent, 81, Percent",
    "Frequency, 49.98, Hertz, 49.98, Hertz",
    "CurrentImport, ' 6 ', A, 6, A",
    "CurrentImport, +6, A, 6, A",
    "CurrentImport, 1.5E1, A, 15, A",
    "EnergyActiveImportRegister, 1E3, kWh, 1000000, Wh",
  })
  void readings_are_brought_to_their_base_unit(
      Measurand measurand, String raw, Unit unit, String value, BaseUnit baseUnit) {
    Sample sample = sample(raw, measurand, unit);

    assertEquals(new BigDecimal(value), sample.value());
    assertEquals(baseUnit, sample.unit());
    assertEquals(raw, sample.said().value(), "the text stays as it was");
  }

  @ParameterizedTest
  @EnumSource(Measurand.class)
  void each_measurand_has_a_unit_of_its_own_when_none_is_said(Measurand measurand) {
    String name = measurand.wire();
    BaseUnit expected =
        name.startsWith("Energy.Active")
            ? BaseUnit.Wh
            : name.startsWith("Energy.Reactive")
                ? BaseUnit.varh
                : name.startsWith("Power.Active") || name.equals("Power.Offered")
                    ? BaseUnit.W
                    : name.startsWith("Power.Reactive")
                        ? BaseUnit.var
                        : name.startsWith("Current")
                            ? BaseUnit.A
                            : switch (name) {
                              case "Voltage" -> BaseUnit.V;
                              case "Frequency" -> BaseUnit.Hertz;
                              case "Temperature" -> BaseUnit.Celsius;
                              case "SoC" -> BaseUnit.Percent;
                              case "Power.Factor", "RPM" -> BaseUnit.None;
                              default -> throw new AssertionError("what is " + name);
                            };

    assertEquals(expected, sample("1", measurand, null).unit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "n/a",
        "-",
        ".",
        "12,5",
        "0x10",
        "NaN",
        "Infinity",
        "1E",
        "1e999999999",
        "1E-999999999",
        "9999999999999999999999999999999999999999999999",
        "12kWh",
        "١٢",
        "1 2"
      })
  void what_is_no_number_a_meter_can_show_has_no_value(String raw) {
    assertNull(sample(raw, Measurand.CurrentImport, Unit.A).value());
  }

  @Test
  void signed_data_has_no_value_even_when_it_looks_like_a_number() {
    assertNull(
        Sample.of(new SampledValue("3046", null, ValueFormat.SignedData, null, null, null, null))
            .value());
  }

  @Test
  void kilo_units_are_exactly_a_thousand_for_any_decimal() {
    Random random = new Random(64);
    for (int i = 0; i < 2000; i++) {
      BigDecimal any = BigDecimal.valueOf(random.nextLong(1_000_000_000), random.nextInt(7));

      BigDecimal wh =
          sample(any.toPlainString(), Measurand.EnergyActiveImportRegister, Unit.kWh).value();

      assertEquals(0, any.movePointRight(3).compareTo(wh), any + " kWh");
    }
  }

  @ParameterizedTest
  @CsvSource({"L1, 1", "L1_N, 1", "L2, 2", "L2_N, 2", "L3, 3", "L3_N, 3", "N, -1", "L1_L2, -1"})
  void a_phase_against_neutral_is_that_phase(Phase phase, int line) {
    Sample sample =
        Sample.of(new SampledValue("1", null, null, Measurand.Voltage, phase, null, null));

    assertEquals(line, sample.line());
  }

  private static Sample sample(String raw, Measurand measurand, @Nullable Unit unit) {
    return Sample.of(new SampledValue(raw, null, null, measurand, null, null, unit));
  }
}
