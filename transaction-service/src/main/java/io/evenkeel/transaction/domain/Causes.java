package io.evenkeel.transaction.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why a transaction was closed without a stop, as a text that is the same each time the cause is
 * told: so a repeated cause finds what it has closed already, and it is told again.
 */
public final class Causes {
  private static final String BOOT = "Boot ";

  private Causes() {}

  /** The charge point booted. */
  public static String boot(Instant receivedAt) {
    return BOOT + receivedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether this cause is a boot before that moment. */
  static boolean bootedBefore(String cause, Instant at) {
    return cause.startsWith(BOOT) && Instant.parse(cause.substring(BOOT.length())).isBefore(at);
  }

  /** Another transaction started on the connector. */
  public static String start(NaturalKey key) {
    return "Start "
        + key.connectorId()
        + " "
        + key.startedAt()
        + " "
        + key.meterStart()
        + " "
        + key.tag();
  }

  /** It was over when it became known: another one had started on the connector since. */
  public static String overtaken(int transactionId) {
    return "Overtaken " + transactionId;
  }
}
