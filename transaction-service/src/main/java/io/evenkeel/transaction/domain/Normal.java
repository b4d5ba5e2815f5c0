package io.evenkeel.transaction.domain;

import io.evenkeel.ocpp.type.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Readings as numbers in {@link BaseUnit}s. */
final class Normal {

  private static final int LONGEST = 40;
  private static final int LARGEST_EXPONENT = 24;
  private static final BigDecimal KELVIN_OF_ZERO = new BigDecimal("273.15");
  private static final BigDecimal FAHRENHEIT_OF_ZERO = BigDecimal.valueOf(32);

  private Normal() {}

  /**
   * The number that the text of a reading is, in its base unit; null when it is no number that a
   * meter can show.
   */
  static @Nullable BigDecimal value(String raw, @Nullable Unit said) {
    BigDecimal number = number(raw);
    if (number == null || said == null) {
      return number;
    }
    return switch (said) {
      case kWh, kvarh, kW, kVA, kvar -> plain(number.scaleByPowerOfTen(3));
      case K -> number.subtract(KELVIN_OF_ZERO);
      case Fahrenheit ->
          number
              .subtract(FAHRENHEIT_OF_ZERO)
              .multiply(BigDecimal.valueOf(5))
              .divide(BigDecimal.valueOf(9), 2, RoundingMode.HALF_UP);
      case Wh, varh, W, VA, var, A, V, Celcius, Celsius, Percent, Hertz -> number;
    };
  }

  private static @Nullable BigDecimal number(String raw) {
    String text = raw.trim();
    if (text.isEmpty() || text.length() > LONGEST || !mayBeNumber(text)) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      int exponent = number.precision() - number.scale();
      boolean showable =
          Math.abs(exponent) <= LARGEST_EXPONENT && Math.abs(number.scale()) <= LARGEST_EXPONENT;
      return showable ? plain(number) : null;
    } catch (NumberFormatException notOne) {
      return null;
    }
  }

  /** Spares an exception for signed data and words. */
  private static boolean mayBeNumber(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return (isDigit(first) || "+-.".indexOf(first) >= 0) && (isDigit(last) || last == '.');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
  }
}
