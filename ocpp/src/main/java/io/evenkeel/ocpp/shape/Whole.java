package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of 32 bits.
 *
 * @param lenient whether a fraction is rounded, a number out of range clamped and a text parsed,
 *     each with a remark
 */
public record Whole(boolean lenient) implements Type<Integer> {
  public static final Whole WHOLE = new Whole(false);
  public static final Whole LENIENT_WHOLE = new Whole(true);

  @Override
  public @Nullable Integer read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() == NumberType.INT) {
      return json.getIntValue();
    }
    var number = Numbers.whole(in, lenient, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return number == null ? null : number.intValue();
  }

  @Override
  public void write(Integer value, JsonGenerator out) throws IOException {
    out.writeNumber(value.intValue());
  }

  @Override
  public @Nullable String complaint(Integer value) {
    return null;
  }
}
