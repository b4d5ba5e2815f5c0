package io.evenkeel.transaction.domain;

import static io.evenkeel.ocpp.type.Measurand.CurrentImport;
import static io.evenkeel.ocpp.type.Measurand.EnergyActiveImportRegister;
import static io.evenkeel.ocpp.type.Measurand.PowerActiveImport;
import static io.evenkeel.ocpp.type.Measurand.Voltage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.SampledValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElectricalTest {

  @Test
  void currents_are_those_told_per_phase() {
    Electrical electrical =
        electrical(
            of("16.1", CurrentImport, Phase.L1),
            of("9", CurrentImport, Phase.L3_N),
            of("99", CurrentImport, null),
            of("7000", PowerActiveImport, Phase.L2));

    assertEquals(list("16.1", null, "9"), electrical.currentA());
  }

  @Test
  void of_powers_per_phase_currents_are_derived_with_the_voltage_that_was_told() {
    Electrical electrical =
        electrical(
            of("2300", PowerActiveImport, Phase.L1),
            of("2400", PowerActiveImport, Phase.L2),
            of("240", Voltage, Phase.L2_N));

    assertEquals(list("10.00", "10.00", null), electrical.currentA());
    assertEquals(new BigDecimal("4700"), electrical.powerW(), "the sum of the phases");
  }

  @Test
  void a_voltage_of_zero_is_not_divided_by() {
    Electrical electrical =
        electrical(of("2300", PowerActiveImport, Phase.L1), of("0", Voltage, Phase.L1));

    assertEquals(list("10.00", null, null), electrical.currentA());
  }

  @Test
  void a_current_without_a_phase_counts_for_every_phase() {
    assertEquals(list("6", "6", "6"), electrical(of("6", CurrentImport, null)).currentA());
  }

  @Test
  void a_total_power_alone_gives_no_currents() {
    Electrical electrical = electrical(of("11000", PowerActiveImport, null));

    assertEquals(List.of(), electrical.currentA());
    assertEquals(new BigDecimal("11000"), electrical.powerW());
  }

  @Test
  void energy_is_the_total_or_the_sum_of_all_three_phases() {
    assertEquals(
        new BigDecimal("9"),
        electrical(
                of("9", EnergyActiveImportRegister, null),
                of("1", EnergyActiveImportRegister, Phase.L1))
            .energyWh());
    assertEquals(
        new BigDecimal("6"),
        electrical(
                of("1", EnergyActiveImportRegister, Phase.L1),
                of("2", EnergyActiveImportRegister, Phase.L2),
                of("3", EnergyActiveImportRegister, Phase.L3))
            .energyWh());
    assertNull(
        electrical(
                of("1", EnergyActiveImportRegister, Phase.L1),
                of("2", EnergyActiveImportRegister, Phase.L2))
            .energyWh(),
        "two phases are no total");
  }

  @Test
  void what_is_measured_elsewhere_than_at_the_outlet_does_not_count() {
    SampledValue inlet =
        new SampledValue("16", null, null, CurrentImport, Phase.L1, Location.Inlet, null);

    assertEquals(List.of(), electrical(inlet).currentA());
  }

  private static Electrical electrical(SampledValue... samples) {
    return Electrical.of(Arrays.stream(samples).map(Sample::of).toList());
  }

  private static SampledValue of(String value, Measurand measurand, @Nullable Phase phase) {
    return new SampledValue(value, null, null, measurand, phase, null, null);
  }

  private static List<@Nullable BigDecimal> list(@Nullable String... values) {
    return Arrays.stream(values).map(it -> it == null ? null : new BigDecimal(it)).toList();
  }
}
