package io.evenkeel.ocpp.type;

import io.evenkeel.ocpp.shape.Wire;

/** What is wrong with a connector, or with a charge point. OCPP 1.6 section 7.6. */
public enum ChargePointErrorCode implements Wire {
  ConnectorLockFailure,
  EVCommunicationError,
  GroundFailure,
  HighTemperature,
  InternalError,
  LocalListConflict,
  NoError,
  OtherError,
  OverCurrentFailure,
  PowerMeterFailure,
  PowerSwitchFailure,
  ReaderFailure,
  ResetFailure,
  UnderVoltage,
  OverVoltage,
  WeakSignal
}
