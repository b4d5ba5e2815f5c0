package io.evenkeel.transaction.domain;

/** What an operator should know about a transaction, or about a stop that belongs to none. */
public enum Flag {
  /** A stop whose transaction is not known, or is another charge point's. */
  OrphanStop,
  /** A second, different stop of a transaction; on the transaction: there was one. */
  DuplicateStop,
  /** The stop came before the start, and was joined with it by evidence. */
  StopBeforeStart,
  /** meterStop is less than meterStart; the energy counts as 0 Wh. */
  MeterBackwards,
  /** A reading below 0 Wh or above 100 GWh, or more than 5 MWh in one transaction. */
  MeterImplausible,
  /** A time before 2015, or more than a day after its receipt. */
  ClockImplausible,
  /** The transaction ended before it started, by the charge point's clock. */
  TimeBackwards,
  /** A start or stop that was received long after it happened. */
  ReplayedOffline,
  /** The connector's number is not above 0. */
  ConnectorImplausible,
  /** Still open when its charge point booted. */
  LeftOpenByBoot,
  /** Still open when another transaction started on its connector. */
  LeftOpenByStart,
  /** Ended without a stop: by the last reading and the last status. */
  ClosedByEvidence,
  /** The real stop came after it was closed by evidence, and has replaced that. */
  CorrectedByLateStop,
  /** Readings came after it was closed by evidence: it went on. */
  Reopened,
  /** The idTag was Invalid. */
  UnknownIdTag,
  /** The idTag was Blocked, Expired or ConcurrentTx. */
  NotAuthorized,
  /** Nobody could be asked about the idTag. */
  AuthorizationUnavailable,
  /** Stopped with an idTag that is neither the same nor of the same parent. */
  StoppedByOtherTag,
  /** A message had to be forgiven something; see the remarks. */
  Lenient
}
