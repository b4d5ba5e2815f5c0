package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** What was measured. OCPP 1.6 section 7.31. */
public enum Measurand implements Wire {
  EnergyActiveExportRegister("Energy.Active.Export.Register"),
  EnergyActiveImportRegister("Energy.Active.Import.Register"),
  EnergyReactiveExportRegister("Energy.Reactive.Export.Register"),
  EnergyReactiveImportRegister("Energy.Reactive.Import.Register"),
  EnergyActiveExportInterval("Energy.Active.Export.Interval"),
  EnergyActiveImportInterval("Energy.Active.Import.Interval"),
  EnergyReactiveExportInterval("Energy.Reactive.Export.Interval"),
  EnergyReactiveImportInterval("Energy.Reactive.Import.Interval"),
  PowerActiveExport("Power.Active.Export"),
  PowerActiveImport("Power.Active.Import"),
  PowerOffered("Power.Offered"),
  PowerReactiveExport("Power.Reactive.Export"),
  PowerReactiveImport("Power.Reactive.Import"),
  PowerFactor("Power.Factor"),
  CurrentImport("Current.Import"),
  CurrentExport("Current.Export"),
  CurrentOffered("Current.Offered"),
  Voltage("Voltage"),
  Frequency("Frequency"),
  Temperature("Temperature"),
  SoC("SoC"),
  RPM("RPM");

  private final String wire;

  Measurand(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
