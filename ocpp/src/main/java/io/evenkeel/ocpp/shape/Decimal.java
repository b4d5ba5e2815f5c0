package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number in steps of 0.1, as charging limits in A or W are (OCPP 1.6 section 7.14). Never
 * a binary float, so that 0.1 stays 0.1; always written with its one decimal.
 */
public record Decimal() implements Type<BigDecimal> {
  public static final Decimal TENTHS = new Decimal();

  private static final BigDecimal BOUND = new BigDecimal("1e12");

  @Override
  public @Nullable BigDecimal read(Reading in) throws IOException {
    var json = in.json();
    var token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a number");
    }
    // An exponent of more digits than BigDecimal knows makes this throw; it is a number all the
    // same.
    BigDecimal value;
    try {
      value = new BigDecimal(json.getText());
    } catch (NumberFormatException beyondAllRange) {
      return in.fail(ErrorCode.PropertyConstraintViolation, "out of range");
    }
    var complaint = complaint(value);
    return complaint == null
        ? normal(value)
        : in.fail(ErrorCode.PropertyConstraintViolation, complaint);
  }

  @Override
  public void write(BigDecimal value, JsonGenerator out) throws IOException {
    out.writeNumber(normal(value).toPlainString());
  }

  @Override
  public @Nullable String complaint(BigDecimal value) {
    if (value.signum() == 0) {
      return null;
    }
    // By magnitude first: scaling 1e999999999 would write out all its digits.
    if (value.abs().compareTo(BOUND) >= 0) {
      return "out of range";
    }
    return value.stripTrailingZeros().scale() <= 1 ? null : "more than one decimal";
  }

  /** The value with exactly one decimal, so that equal limits are equal objects. */
  public static BigDecimal normal(BigDecimal value) {
    return value.signum() == 0
        ? BigDecimal.ZERO.setScale(1)
        : value.setScale(1, RoundingMode.UNNECESSARY);
  }
}
