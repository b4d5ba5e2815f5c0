package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Decimal.TENTHS;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Decimal;
import io.evenkeel.ocpp.shape.Shape;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From so many seconds after the schedule's start, so much current or power (OCPP 1.6 section
 * 7.14). The limit has one decimal; an absent numberPhases means 3.
 */
public record ChargingSchedulePeriod(
    int startPeriod, BigDecimal limit, @Nullable Integer numberPhases) {
  public static final Shape<ChargingSchedulePeriod> SHAPE =
      Shape.of(
          required("startPeriod", WHOLE, ChargingSchedulePeriod::startPeriod),
          required("limit", TENTHS, ChargingSchedulePeriod::limit),
          optional("numberPhases", WHOLE, ChargingSchedulePeriod::numberPhases),
          ChargingSchedulePeriod::new);

  public ChargingSchedulePeriod {
    SHAPE.check(startPeriod, limit, numberPhases);
    limit = Decimal.normal(limit);
  }
}
