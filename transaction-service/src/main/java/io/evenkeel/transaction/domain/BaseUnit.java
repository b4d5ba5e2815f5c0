package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Unit;
import org.jspecify.annotations.Nullable;

/** The one unit that readings of a kind are brought to. */
public enum BaseUnit {
  Wh,
  varh,
  W,
  VA,
  var,
  A,
  V,
  Celsius,
  Percent,
  Hertz,
  /** A bare number: power factor, revolutions per minute. */
  None;

  /**
   * The base unit of a reading.
   *
   * @param said as the charge point said it; null for the measurand's own (OCPP 1.6 section 7.43
   *     says so of energies, and everybody does it for the rest)
   */
  static BaseUnit of(Measurand measurand, @Nullable Unit said) {
    return said == null ? own(measurand) : of(said);
  }

  private static BaseUnit of(Unit said) {
    return switch (said) {
      case Wh, kWh -> Wh;
      case varh, kvarh -> varh;
      case W, kW -> W;
      case VA, kVA -> VA;
      case var, kvar -> var;
      case A -> A;
      case V -> V;
      case K, Celcius, Celsius, Fahrenheit -> Celsius;
      case Percent -> Percent;
      case Hertz -> Hertz;
    };
  }

  private static BaseUnit own(Measurand measurand) {
    return switch (measurand) {
      case EnergyActiveExportRegister,
          EnergyActiveImportRegister,
          EnergyActiveExportInterval,
          EnergyActiveImportInterval ->
          Wh;
      case EnergyReactiveExportRegister,
          EnergyReactiveImportRegister,
          EnergyReactiveExportInterval,
          EnergyReactiveImportInterval ->
          varh;
      case PowerActiveExport, PowerActiveImport, PowerOffered -> W;
      case PowerReactiveExport, PowerReactiveImport -> var;
      case CurrentImport, CurrentExport, CurrentOffered -> A;
      case Voltage -> V;
      case Frequency -> Hertz;
      case Temperature -> Celsius;
      case SoC -> Percent;
      case PowerFactor, RPM -> None;
    };
  }
}
