package io.evenkeel.simulator.charging;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.MeterValue;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a meter's reading into the samples that the configuration asks for. Pure. */
public final class Metering {
  private static final Phase[] LINES = {Phase.L1, Phase.L2, Phase.L3};
  private static final Phase[] TO_NEUTRAL = {Phase.L1_N, Phase.L2_N, Phase.L3_N};

  private Metering() {}

  /**
   * Samples of the measurands, in their order; those that this meter does not measure are left out.
   *
   * @param measurands as in MeterValuesSampledData: a list separated by commas
   */
  public static MeterValue sample(
      Reading reading, String measurands, ReadingContext context, Instant when) {
    var samples = new ArrayList<SampledValue>();
    for (var wanted : measurands.split(",")) {
      var measurand = measurand(wanted.strip());
      if (measurand != null) {
        samples.addAll(samples(measurand, reading, context));
      }
    }
    return new MeterValue(Timestamp.of(when), samples);
  }

  /** Whether the configuration names only measurands of the protocol. */
  public static boolean readable(String measurands) {
    return measurands.isBlank()
        || Arrays.stream(measurands.split(",")).allMatch(m -> measurand(m.strip()) != null);
  }

  private static @Nullable Measurand measurand(String wire) {
    for (var measurand : Measurand.values()) {
      if (measurand.wire().equals(wire)) {
        return measurand;
      }
    }
    return null;
  }

  private static List<SampledValue> samples(
      Measurand measurand, Reading reading, ReadingContext context) {
    return switch (measurand) {
      case EnergyActiveImportRegister ->
          List.of(one(measurand, context, Math.floor(reading.meterWh()), 0, null, Unit.Wh));
      case PowerActiveImport -> List.of(one(measurand, context, reading.powerW(), 1, null, Unit.W));
      case CurrentOffered -> List.of(one(measurand, context, reading.offeredA(), 1, null, Unit.A));
      case SoC -> List.of(one(measurand, context, reading.stateOfCharge(), 0, null, Unit.Percent));
      case Temperature -> List.of(one(measurand, context, 31, 0, null, Unit.Celsius));
      case CurrentImport -> {
        var lines = new ArrayList<SampledValue>();
        for (int phase = 1; phase <= reading.phases(); phase++) {
          double current = reading.currentA(phase);
          lines.add(one(measurand, context, current, 1, LINES[phase - 1], Unit.A));
        }
        yield lines;
      }
      case Voltage -> {
        var lines = new ArrayList<SampledValue>();
        for (int phase = 1; phase <= reading.phases(); phase++) {
          lines.add(
              one(measurand, context, ProfileStore.VOLTAGE, 1, TO_NEUTRAL[phase - 1], Unit.V));
        }
        yield lines;
      }
      default -> List.of();
    };
  }

  private static SampledValue one(
      Measurand measurand,
      ReadingContext context,
      double value,
      int decimals,
      @Nullable Phase phase,
      Unit unit) {
    var text = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    return new SampledValue(text, context, null, measurand, phase, Location.Outlet, unit);
  }
}
