package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.type.MeterValue;
import io.evenkeel.ocpp.type.SampledValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meter showed at one moment: one element of {@code meterValue}.
 *
 * @param transactionId as the charge point said it, known to us or not; null when it said none
 * @param at the charge point's own time, to the millisecond
 */
public record MeterReading(
    Connector connector,
    @Nullable Integer transactionId,
    Instant at,
    Instant receivedAt,
    List<Sample> samples,
    Leniency leniency) {

  public MeterReading {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    samples = List.copyOf(samples);
  }

  static MeterReading of(
      Connector connector, int transactionId, MeterValue value, Instant receivedAt) {
    return of(connector, transactionId, value, receivedAt, Leniency.NONE);
  }

  private static MeterReading of(
      Connector connector,
      @Nullable Integer transactionId,
      MeterValue value,
      Instant receivedAt,
      Leniency leniency) {
    List<Sample> samples = new ArrayList<>(value.sampledValue().size());
    for (SampledValue said : value.sampledValue()) {
      samples.add(Sample.of(said));
    }
    return new MeterReading(
        connector, transactionId, value.timestamp().instant(), receivedAt, samples, leniency);
  }

  /**
   * The readings of a message. What it had to be forgiven stands with the first of them; when
   * nothing of it was readable, with an empty one.
   */
  public static List<MeterReading> all(
      String chargePoint, MeterValues.Request request, Instant receivedAt, Leniency leniency) {
    Connector connector = new Connector(chargePoint, request.connectorId());
    List<MeterReading> all = new ArrayList<>(request.meterValue().size());
    for (MeterValue value : request.meterValue()) {
      all.add(
          of(
              connector,
              request.transactionId(),
              value,
              receivedAt,
              all.isEmpty() ? leniency : Leniency.NONE));
    }
    if (all.isEmpty() && leniency.needed()) {
      all.add(
          new MeterReading(
              connector, request.transactionId(), receivedAt, receivedAt, List.of(), leniency));
    }
    return all;
  }
}
