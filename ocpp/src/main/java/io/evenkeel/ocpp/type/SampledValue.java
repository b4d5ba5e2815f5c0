package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.UNBOUNDED;

import io.evenkeel.ocpp.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One reading (OCPP 1.6 section 7.43). Absent properties mean: Sample.Periodic, Raw,
 * Energy.Active.Import.Register, the total of all phases, Outlet, Wh. A sample whose measurand,
 * phase or unit is not known is not readable: without them it would say something else.
 */
public record SampledValue(
    String value,
    @Nullable ReadingContext context,
    @Nullable ValueFormat format,
    @Nullable Measurand measurand,
    @Nullable Phase phase,
    @Nullable Location location,
    @Nullable Unit unit) {
  public static final Shape<SampledValue> SHAPE =
      Shape.of(
          required("value", UNBOUNDED.orNumber(), SampledValue::value),
          optional("context", oneOf(ReadingContext.class), SampledValue::context).orLeftOut(),
          optional("format", oneOf(ValueFormat.class), SampledValue::format).orLeftOut(),
          optional("measurand", oneOf(Measurand.class), SampledValue::measurand),
          optional("phase", oneOf(Phase.class), SampledValue::phase),
          optional("location", oneOf(Location.class), SampledValue::location).orLeftOut(),
          optional("unit", oneOf(Unit.class), SampledValue::unit),
          SampledValue::new);

  public SampledValue {
    SHAPE.check(value, context, format, measurand, phase, location, unit);
  }
}
