package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Timestamp;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A date-time; read with any zone or none, written in UTC with Z and milliseconds. */
public record Moment() implements Type<Timestamp> {
  public static final Moment MOMENT = new Moment();

  @Override
  public @Nullable Timestamp read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a date-time");
    }
    var value = Timestamp.parseOrNull(json.getText());
    if (value == null) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a date-time");
    }
    if (value.zoneMissing()) {
      if (in.strict()) {
        return in.fail(ErrorCode.TypeConstraintViolation, "a date-time without a zone");
      }
      in.remark("no zone, UTC assumed");
    }
    return value;
  }

  @Override
  public void write(Timestamp value, JsonGenerator out) throws IOException {
    out.writeString(value.wire());
  }

  @Override
  public @Nullable String complaint(Timestamp value) {
    return null;
  }
}
