package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import org.jspecify.annotations.Nullable;

/**
 * What makes watts of amperes: a limit in A is per phase, one in W is for all phases together
 * (section 7.14).
 *
 * @param voltage between a phase and neutral, in V
 * @param phases that the connector can use, 1 to 3
 */
public record Supply(int voltage, int phases) {

  private static final int USUAL_PHASES = 3;

  public Supply {
    if (voltage < 1 || phases < 1 || phases > USUAL_PHASES) {
      throw new IllegalArgumentException("no supply: " + voltage + " V, " + phases + " phases");
    }
  }

  Limit limit(ChargingSchedulePeriod period, ChargingRateUnit unit) {
    int used = used(period.numberPhases());
    double value = period.limit().doubleValue();
    return new Limit(unit == ChargingRateUnit.A ? value : value / ((double) voltage * used), used);
  }

  /** In whole tenths of the unit. */
  int tenths(Limit limit, ChargingRateUnit unit) {
    double value =
        unit == ChargingRateUnit.A ? limit.amperes() : limit.amperes() * voltage * limit.phases();
    return (int) Math.round(value * 10);
  }

  /** A period that says nothing of its phases means three; a connector uses those it has. */
  private int used(@Nullable Integer said) {
    return Math.clamp(said == null ? USUAL_PHASES : said, 1, phases);
  }
}
