package io.evenkeel.simulator.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {
  private final Flow flow = new Flow(3, 1000);

  @Test
  void a_car_takes_up_current_slowly_and_lowers_it_at_once() {
    flow.plugIn(new Car(3, 16, 30_000, 2, 0.9));

    flow.advance(32, 0, 1);
    assertEquals(6, flow.currentA(), "begins at the least");
    flow.advance(32, 2, 1);
    assertEquals(10, flow.currentA(), "2 A per second");
    flow.advance(32, 10, 1);
    assertEquals(16, flow.currentA(), "the car's own maximum");
    flow.advance(8, 0, 1);
    assertEquals(8, flow.currentA(), "never more than is offered");
  }

  @Test
  void below_six_ampere_nothing_flows() {
    flow.plugIn(Car.typical());
    flow.advance(16, 10, 1);

    flow.advance(5.9, 1, 1);

    assertEquals(0, flow.currentA());
  }

  @Test
  void energy_is_current_times_phases_times_voltage_times_time() {
    flow.plugIn(Car.of(1, 16, 30_000));
    flow.advance(10, 100, 1);
    double before = flow.meterWh();

    flow.advance(10, 3600, 1);

    assertEquals(2300, flow.meterWh() - before, 1e-9, "an hour of 10 A on one phase");
  }

  @Test
  void a_faster_world_fills_batteries_faster() {
    flow.plugIn(Car.of(1, 16, 30_000));
    flow.advance(10, 100, 1);
    double before = flow.takenWh();

    flow.advance(10, 60, 60);

    assertEquals(2300, flow.takenWh() - before, 1e-9);
  }

  @Test
  void a_car_tapers_and_stops_when_it_is_full() {
    flow.plugIn(new Car(3, 32, 10_000, 32, 0.5));
    flow.advance(32, 1, 1);
    double earlier = 33;
    while (!flow.carIsFull()) {
      flow.advance(32, 10, 1);
      assertTrue(flow.currentA() <= earlier, "the current only falls");
      earlier = flow.currentA();
    }

    assertEquals(0, flow.currentA());
    assertEquals(10_000, flow.takenWh(), 1e-9, "not more than it needs");
    assertEquals(11_000, flow.meterWh(), 1e-9);
  }

  @Test
  void eight_samples_by_default_and_per_phase_currents_follow_the_car() {
    flow.plugIn(Car.of(2, 16, 30_000));
    flow.advance(16, 100, 1);
    var measurands = "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage";

    var samples =
        Metering.sample(flow.reading(), measurands, ReadingContext.SamplePeriodic, Instant.EPOCH)
            .sampledValue();

    assertEquals(8, samples.size());
    assertEquals("16.0", current(samples, Phase.L1));
    assertEquals("16.0", current(samples, Phase.L2));
    assertEquals("0.0", current(samples, Phase.L3));
    assertEquals("7360.0", samples.get(1).value(), "two phases of 16 A");
    assertNull(samples.getFirst().phase(), "the register is of all phases");
  }

  private static String current(List<SampledValue> samples, Phase phase) {
    return samples.stream()
        .filter(s -> s.measurand() == Measurand.CurrentImport && s.phase() == phase)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void only_measurands_of_the_protocol_are_readable() {
    assertTrue(Metering.readable("Voltage, SoC"));
    assertTrue(Metering.readable(""));
    assertFalse(Metering.readable("Voltage,Happiness"));
  }
}
