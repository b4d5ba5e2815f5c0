package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** True or false. */
public record Flag() implements Type<Boolean> {
  public static final Flag FLAG = new Flag();

  @Override
  public @Nullable Boolean read(Reading in) throws IOException {
    var token = in.json().currentToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    return in.fail(ErrorCode.TypeConstraintViolation, "not a boolean");
  }

  @Override
  public void write(Boolean value, JsonGenerator out) throws IOException {
    out.writeBoolean(value);
  }

  @Override
  public @Nullable String complaint(Boolean value) {
    return null;
  }
}
