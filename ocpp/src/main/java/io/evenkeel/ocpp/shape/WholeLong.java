package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of 64 bits: meter readings in Wh, which outgrow 32 bits on large meters.
 *
 * @param lenient whether a fraction is rounded, a number out of range clamped and a text parsed,
 *     each with a remark
 */
public record WholeLong(boolean lenient) implements Type<Long> {
  public static final WholeLong LENIENT_LONG = new WholeLong(true);

  @Override
  public @Nullable Long read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != NumberType.BIG_INTEGER) {
      return json.getLongValue();
    }
    return Numbers.whole(in, lenient, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public void write(Long value, JsonGenerator out) throws IOException {
    out.writeNumber(value.longValue());
  }

  @Override
  public @Nullable String complaint(Long value) {
    return null;
  }
}
