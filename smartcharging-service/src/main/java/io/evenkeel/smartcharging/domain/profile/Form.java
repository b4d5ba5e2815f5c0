package io.evenkeel.smartcharging.domain.profile;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to write a limit. Relative comes first: it needs no clock, so it also holds in a charger
 * that has lost its time. Amperes come before watts, since the limits are amperes per phase.
 */
public record Form(ChargingRateUnit unit, ChargingProfileKind kind) {

  /** The ways to try, the best first; unit and kind are such as the charger takes. */
  public static List<Form> forms(Capabilities capabilities) {
    List<Form> forms = new ArrayList<>(4);
    for (ChargingRateUnit unit : List.of(ChargingRateUnit.A, ChargingRateUnit.W)) {
      if (capabilities.rateUnits().contains(unit)) {
        if (capabilities.acceptsRelative()) {
          forms.add(new Form(unit, ChargingProfileKind.Relative));
        }
        forms.add(new Form(unit, ChargingProfileKind.Absolute));
      }
    }
    return forms;
  }
}
