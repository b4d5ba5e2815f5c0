package io.evenkeel.transaction.domain;

import io.evenkeel.messaging.TransactionEvent.Metered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told of the readings of one MeterValues message: the youngest of them. */
public final class Metering {
  private Metering() {}

  /** Empty when there was no readable sample. */
  public static Optional<Metered> told(List<MeterReading> readings) {
    MeterReading youngest = null;
    for (MeterReading reading : readings) {
      if (!reading.samples().isEmpty()
          && (youngest == null || !reading.at().isBefore(youngest.at()))) {
        youngest = reading;
      }
    }
    if (youngest == null) {
      return Optional.empty();
    }
    Electrical electrical = Electrical.of(youngest.samples());
    Connector connector = youngest.connector();
    return Optional.of(
        new Metered(
            connector.chargePoint(),
            connector.connectorId(),
            youngest.transactionId(),
            believable(youngest),
            electrical.energyWh(),
            electrical.currentA(),
            electrical.powerW()));
  }

  private static Instant believable(MeterReading reading) {
    return Plausibility.clockImplausible(reading.at(), reading.receivedAt())
        ? reading.receivedAt()
        : reading.at();
  }
}
