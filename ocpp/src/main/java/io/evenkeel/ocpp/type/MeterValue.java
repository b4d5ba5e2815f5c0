package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Field.requiredOrReceipt;
import static io.evenkeel.ocpp.shape.Many.list;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import java.util.List;

/**
 * Readings taken at one moment (OCPP 1.6 section 7.33). As part of transaction facts it is lenient:
 * samples that cannot be read are left out, and a missing time is the time of receipt.
 */
public record MeterValue(Timestamp timestamp, List<SampledValue> sampledValue) {
  public static final Shape<MeterValue> SHAPE =
      Shape.of(
          requiredOrReceipt("timestamp", MOMENT, MeterValue::timestamp),
          required(
                  "sampledValue",
                  list(SampledValue.SHAPE).withoutUnreadable(),
                  MeterValue::sampledValue)
              .orElse(List.of()),
          MeterValue::new);

  public MeterValue {
    SHAPE.check(timestamp, sampledValue);
    sampledValue = List.copyOf(sampledValue);
  }
}
