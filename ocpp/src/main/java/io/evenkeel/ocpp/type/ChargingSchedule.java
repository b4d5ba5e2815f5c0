package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Decimal.TENTHS;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Many.list;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Decimal;
import io.evenkeel.ocpp.shape.Shape;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits over time (OCPP 1.6 section 7.13): the duration in seconds, all limits in the unit given.
 */
public record ChargingSchedule(
    @Nullable Integer duration,
    @Nullable Timestamp startSchedule,
    ChargingRateUnit chargingRateUnit,
    List<ChargingSchedulePeriod> chargingSchedulePeriod,
    @Nullable BigDecimal minChargingRate) {
  public static final Shape<ChargingSchedule> SHAPE =
      Shape.of(
          optional("duration", WHOLE, ChargingSchedule::duration),
          optional("startSchedule", MOMENT, ChargingSchedule::startSchedule),
          required(
              "chargingRateUnit",
              oneOf(ChargingRateUnit.class),
              ChargingSchedule::chargingRateUnit),
          required(
              "chargingSchedulePeriod",
              list(ChargingSchedulePeriod.SHAPE),
              ChargingSchedule::chargingSchedulePeriod),
          optional("minChargingRate", TENTHS, ChargingSchedule::minChargingRate),
          ChargingSchedule::new);

  public ChargingSchedule {
    SHAPE.check(duration, startSchedule, chargingRateUnit, chargingSchedulePeriod, minChargingRate);
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    minChargingRate = minChargingRate == null ? null : Decimal.normal(minChargingRate);
  }
}
