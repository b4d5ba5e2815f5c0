package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.util.Set;

/**
 * Ways of writing a limit that a charge point refused while it took another one.
 *
 * @param amperes it took watts
 * @param relative it took Absolute
 * @param txProfile it took none in any way; its transactions are steered by the default
 * @param stackLevels it took level 0 only
 */
public record Refusals(boolean amperes, boolean relative, boolean txProfile, boolean stackLevels) {

  public static final Refusals NONE = new Refusals(false, false, false, false);

  Refusals ofAmperes() {
    return new Refusals(true, relative, txProfile, stackLevels);
  }

  Refusals ofRelative() {
    return new Refusals(amperes, true, txProfile, stackLevels);
  }

  Refusals ofTxProfile() {
    return new Refusals(amperes, relative, true, stackLevels);
  }

  Refusals ofStackLevels() {
    return new Refusals(amperes, relative, txProfile, true);
  }

  /** Without what the gateway allows now and did not before. */
  Refusals under(Capabilities before, Capabilities now) {
    return new Refusals(
        amperes && !(takesAmperes(now) && !takesAmperes(before)),
        relative && !(now.acceptsRelative() && !before.acceptsRelative()),
        txProfile && !(now.acceptsTxProfile() && !before.acceptsTxProfile()),
        stackLevels && !(now.maxStackLevel() > before.maxStackLevel()));
  }

  static boolean takesAmperes(Capabilities said) {
    return said.rateUnits().contains(ChargingRateUnit.A);
  }

  /** The units it takes; where it is said to take nothing but amperes, these. */
  Set<ChargingRateUnit> units(Capabilities said) {
    return amperes && said.rateUnits().contains(ChargingRateUnit.W)
        ? Set.of(ChargingRateUnit.W)
        : said.rateUnits();
  }
}
