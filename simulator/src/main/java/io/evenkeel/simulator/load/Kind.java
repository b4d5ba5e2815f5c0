package io.evenkeel.simulator.load;

/** The actions of a load run's sessions, as rows of its report. */
enum Kind {
  BootNotification,
  StatusNotification,
  Authorize,
  StartTransaction,
  MeterValues,
  Heartbeat,
  StopTransaction
}
