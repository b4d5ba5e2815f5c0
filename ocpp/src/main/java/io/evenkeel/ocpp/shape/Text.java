package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A string of at most {@code longest} characters (Unicode code points).
 *
 * @param numbers whether a number or boolean is taken for its text, with a remark
 * @param cut whether a longer string is cut instead of refused, with a remark
 */
public record Text(int longest, boolean numbers, boolean cut) implements Type<String> {

  /** A string without a bound of its own; the frame's limit bounds it. */
  public static final Text UNBOUNDED = new Text(Integer.MAX_VALUE, false, false);

  /** An idTag, see OCPP 1.6 section 7.28. */
  public static final Text ID_TAG = text(20);

  public static Text text(int longest) {
    return new Text(longest, false, false);
  }

  /** The same, with numbers taken for their text. */
  public Text orNumber() {
    return new Text(longest, true, cut);
  }

  /** The same, never refused for its length, with numbers taken for their text. */
  public Text lenient() {
    return new Text(longest, true, true);
  }

  @Override
  public @Nullable String read(Reading in) throws IOException {
    var json = in.json();
    var token = json.currentToken();
    String value;
    if (token == JsonToken.VALUE_STRING) {
      value = json.getText();
    } else if (numbers && !in.strict() && isNumberOrBoolean(token)) {
      value = json.getText();
      in.remark(token.isNumeric() ? "number instead of string" : "boolean instead of string");
    } else {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a string");
    }
    if (fits(value)) {
      return value;
    }
    if (!cut || in.strict()) {
      return in.fail(ErrorCode.PropertyConstraintViolation, tooLong());
    }
    in.remark("cut to " + longest + " characters");
    return value.substring(0, value.offsetByCodePoints(0, longest));
  }

  private static boolean isNumberOrBoolean(JsonToken token) {
    return token.isNumeric() || token.isBoolean();
  }

  @Override
  public void write(String value, JsonGenerator out) throws IOException {
    out.writeString(value);
  }

  @Override
  public @Nullable String complaint(String value) {
    return fits(value) ? null : tooLong();
  }

  private boolean fits(String value) {
    return value.length() <= longest || value.codePointCount(0, value.length()) <= longest;
  }

  private String tooLong() {
    return "longer than " + longest + " characters";
  }
}
