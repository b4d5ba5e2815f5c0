package io.evenkeel.smartcharging.domain.site;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Between amperes as people and chargers write them, and the whole tenths that are reckoned with.
 */
public final class Amperes {

  /** IEC 61851-1: below 6 A a car does not charge. */
  public static final int LEAST = 60;

  /** No connector of this kind carries more than 32 A per phase. */
  public static final int MOST = 320;

  private Amperes() {}

  /** Never more than was said. */
  public static int floor(BigDecimal amperes) {
    return amperes.movePointRight(1).setScale(0, RoundingMode.FLOOR).intValueExact();
  }

  /** Never less than was said. */
  public static int ceiling(BigDecimal amperes) {
    return amperes.movePointRight(1).setScale(0, RoundingMode.CEILING).intValueExact();
  }

  /** With one decimal. */
  public static BigDecimal of(int tenths) {
    return BigDecimal.valueOf(tenths, 1);
  }

  /**
   * What a limit in tenths leaves beside a load in A, rounded down; nothing when it is exceeded.
   */
  public static int room(int limit, double load) {
    return (int) Math.max(0, Math.floor(limit - 10 * load + 1e-6));
  }
}
