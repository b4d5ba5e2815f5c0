package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** Why a reading was taken. OCPP 1.6 section 7.36. */
public enum ReadingContext implements Wire {
  InterruptionBegin("Interruption.Begin"),
  InterruptionEnd("Interruption.End"),
  SampleClock("Sample.Clock"),
  SamplePeriodic("Sample.Periodic"),
  TransactionBegin("Transaction.Begin"),
  TransactionEnd("Transaction.End"),
  Trigger("Trigger"),
  Other("Other");

  private final String wire;

  ReadingContext(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
