package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.time.Instant;
import java.util.Set;

/** What a charge point may refuse although it says nothing of it. */
public enum Refusal {
  /** It took its least current instead of 0 A. */
  ZERO("acceptsZero", "0 A was refused"),

  /** It does not answer GetCompositeSchedule. */
  READING_BACK("readsBack", "GetCompositeSchedule was not answered with a schedule"),

  /** It took watts. */
  AMPERES("rateUnits", "a limit in A was refused, and taken in W"),

  /** It took amperes, though it says that it takes watts only. */
  WATTS("rateUnits", "a limit in W was refused, and taken in A"),

  /** It took Absolute. */
  RELATIVE("acceptsRelative", "a Relative schedule was refused, and an Absolute one taken"),

  /** It took none in any way; its transactions are steered by the default. */
  TX_PROFILE(
      "acceptsTxProfile",
      "a TxProfile was refused in every way, where a TxDefaultProfile was taken"),

  /** It took level 0 only. */
  STACK_LEVELS("maxStackLevel", "a profile was refused on the highest stack level, and taken on 0"),

  /** It took a limit in W without. */
  NUMBER_PHASES("acceptsNumberPhases", "a limit with numberPhases was refused, and taken without");

  private final String capability;
  private final String because;

  Refusal(String capability, String because) {
    this.capability = capability;
    this.because = because;
  }

  /** Whether that is said to be taken. */
  boolean isAllowedBy(Capabilities said) {
    return switch (this) {
      case ZERO -> said.acceptsZero();
      case READING_BACK -> said.readsBack();
      case AMPERES -> said.rateUnits().contains(ChargingRateUnit.A);
      case WATTS -> said.rateUnits().contains(ChargingRateUnit.W);
      case RELATIVE -> said.acceptsRelative();
      case TX_PROFILE -> said.acceptsTxProfile();
      case STACK_LEVELS -> said.maxStackLevel() > 0;
      case NUMBER_PHASES -> said.acceptsNumberPhases();
    };
  }

  /** For the gateway. */
  CapabilityLearned lesson(String chargePoint, Instant at) {
    return switch (this) {
      case AMPERES, WATTS ->
          CapabilityLearned.rateUnits(
              chargePoint,
              Set.of(this == AMPERES ? ChargingRateUnit.W : ChargingRateUnit.A),
              because,
              at);
      case STACK_LEVELS -> CapabilityLearned.number(chargePoint, capability, 0, because, at);
      default -> CapabilityLearned.flag(chargePoint, capability, false, because, at);
    };
  }
}
