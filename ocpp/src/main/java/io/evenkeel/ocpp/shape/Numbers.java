package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Whole numbers that did not come as a JSON integer within range. */
final class Numbers {
  /** No reading is longer, and exact arithmetic on more would let a peer choose its cost. */
  private static final int LONGEST = 64;

  private Numbers() {}

  static @Nullable Long whole(Reading in, boolean lenient, long least, long most)
      throws IOException {
    var token = in.json().currentToken();
    if (!lenient || in.strict()) {
      return token == JsonToken.VALUE_NUMBER_INT
          ? in.fail(ErrorCode.PropertyConstraintViolation, "out of range")
          : in.fail(ErrorCode.TypeConstraintViolation, "not a whole number");
    }
    boolean scalar = token.isNumeric() || token == JsonToken.VALUE_STRING;
    var number = scalar ? parse(in.json().getText().strip(), token.isNumeric()) : null;
    if (number == null) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a whole number");
    }
    if (token == JsonToken.VALUE_STRING) {
      in.remark("text instead of number");
    }
    return fit(in, number, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
  }

  private static long fit(Reading in, BigDecimal number, BigDecimal least, BigDecimal most) {
    // Clamped first: rounding 1e-999999999 or 1e999999999 exactly would write out its digits.
    var clamped = number.min(most).max(least);
    if (clamped.compareTo(number) != 0) {
      in.remark("out of range, clamped");
    }
    var whole = tiny(clamped) ? BigDecimal.ZERO : clamped.setScale(0, RoundingMode.HALF_UP);
    if (whole.compareTo(clamped) != 0) {
      in.remark("fraction rounded");
    }
    return whole.longValue();
  }

  private static boolean tiny(BigDecimal number) {
    return (long) number.precision() - number.scale() < 0;
  }

  private static @Nullable BigDecimal parse(String text, boolean json) {
    if (text.length() <= LONGEST) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException notANumberOrBeyondAllRange) {
        return json ? roughly(text) : null;
      }
    }
    return json ? roughly(text) : null;
  }

  /** A JSON number that is too long, or whose exponent is, for exact arithmetic. */
  private static BigDecimal roughly(String text) {
    double rough = Double.parseDouble(text);
    return BigDecimal.valueOf(Math.clamp(rough, -Double.MAX_VALUE, Double.MAX_VALUE));
  }
}
