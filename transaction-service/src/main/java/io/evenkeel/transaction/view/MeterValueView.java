package io.evenkeel.transaction.view;

import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.transaction.domain.BaseUnit;
import io.evenkeel.transaction.domain.MeterReading;
import io.evenkeel.transaction.domain.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meter showed at one moment.
 *
 * @param transactionId as the charge point said it
 * @param sampledAt the charge point's own time
 */
public record MeterValueView(
    String chargePoint,
    int connectorId,
    @Nullable Integer transactionId,
    Instant sampledAt,
    Instant receivedAt,
    List<SampleView> samples,
    @Nullable List<String> remarks,
    @Nullable String raw) {

  public static MeterValueView of(MeterReading reading) {
    boolean remarked = reading.leniency().needed();
    return new MeterValueView(
        reading.connector().chargePoint(),
        reading.connector().connectorId(),
        reading.transactionId(),
        reading.at(),
        reading.receivedAt(),
        reading.samples().stream().map(SampleView::of).toList(),
        remarked ? reading.leniency().remarks() : null,
        reading.leniency().raw());
  }

  /**
   * One sampled value, defaults filled in; enumerated values as OCPP spells them.
   *
   * @param value in {@code unit}; absent for signed data and what is no number
   * @param unit base unit; absent for bare numbers
   * @param raw as the charge point sent it
   * @param rawUnit as the charge point sent it, when it did
   */
  public record SampleView(
      String measurand,
      @Nullable String phase,
      String context,
      String location,
      @Nullable BigDecimal value,
      @Nullable String unit,
      String raw,
      @Nullable String rawUnit,
      String format) {

    static SampleView of(Sample sample) {
      Measurand measurand = sample.measurand();
      Phase phase = sample.said().phase();
      var saidUnit = sample.said().unit();
      return new SampleView(
          measurand.wire(),
          phase == null ? null : phase.wire(),
          sample.context().wire(),
          sample.location().wire(),
          sample.value(),
          sample.unit() == BaseUnit.None ? null : sample.unit().name(),
          sample.said().value(),
          saidUnit == null ? null : saidUnit.wire(),
          sample.format().wire());
    }
  }
}
