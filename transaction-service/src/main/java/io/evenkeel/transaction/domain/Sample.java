package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.type.Location;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.ocpp.type.SampledValue;
import io.evenkeel.ocpp.type.ValueFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One sampled value with the defaults of OCPP 1.6 section 7.43 filled in, and its number in the
 * base unit of its kind: Wh and not kWh, W and not kW.
 *
 * @param said what the charge point sent, its text included
 * @param value null for signed data and for what is no number
 */
public record Sample(SampledValue said, @Nullable BigDecimal value, BaseUnit unit) {

  public static Sample of(SampledValue said) {
    return new Sample(
        said,
        said.format() == ValueFormat.SignedData ? null : Normal.value(said.value(), said.unit()),
        BaseUnit.of(measurand(said), said.unit()));
  }

  public Measurand measurand() {
    return measurand(said);
  }

  private static Measurand measurand(SampledValue said) {
    Measurand told = said.measurand();
    return told == null ? Measurand.EnergyActiveImportRegister : told;
  }

  public ReadingContext context() {
    ReadingContext told = said.context();
    return told == null ? ReadingContext.SamplePeriodic : told;
  }

  public Location location() {
    Location told = said.location();
    return told == null ? Location.Outlet : told;
  }

  public ValueFormat format() {
    ValueFormat told = said.format();
    return told == null ? ValueFormat.Raw : told;
  }

  /**
   * The conductor the reading is of: 1, 2, 3 for a phase against neutral or by itself, 0 for all of
   * them together, -1 for neutral and for two phases.
   */
  int line() {
    Phase phase = said.phase();
    return switch (phase) {
      case null -> 0;
      case L1, L1_N -> 1;
      case L2, L2_N -> 2;
      case L3, L3_N -> 3;
      case N, L1_L2, L2_L3, L3_L1 -> -1;
    };
  }
}
