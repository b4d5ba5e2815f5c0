package io.evenkeel.smartcharging.domain.profile;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to write a limit. Relative comes first: it needs no clock, so it also holds in a charger
 * that has lost its time. Amperes come before watts, since the limits are amperes per phase. The
 * highest stack level comes first: a profile left by somebody else must not win. Amperes come last
 * where the charger says that it takes watts only; never the other way round, since a number of
 * watts that is read as amperes is no limit.
 *
 * @param lowest on stack level 0 instead of the highest
 * @param saysPhases numberPhases is written although it says nothing that is not meant without it
 * @param knowsPhases numberPhases may be written at all
 */
public record Form(
    ChargingRateUnit unit,
    ChargingProfileKind kind,
    boolean lowest,
    boolean saysPhases,
    boolean knowsPhases) {

  /** For a charger that knows numberPhases. */
  public Form(ChargingRateUnit unit, ChargingProfileKind kind, boolean lowest, boolean saysPhases) {
    this(unit, kind, lowest, saysPhases, true);
  }

  /** On the highest stack level, and no more words than needed. */
  public Form(ChargingRateUnit unit, ChargingProfileKind kind) {
    this(unit, kind, false, false, true);
  }

  /** The ways to try, the best first; kinds are such as the charger takes. */
  public static List<Form> forms(Capabilities capabilities) {
    List<Form> forms = new ArrayList<>(8);
    boolean knows = capabilities.acceptsNumberPhases();
    for (ChargingRateUnit unit : List.of(ChargingRateUnit.A, ChargingRateUnit.W)) {
      if (capabilities.rateUnits().contains(unit)) {
        if (capabilities.acceptsRelative()) {
          forms.add(new Form(unit, ChargingProfileKind.Relative, false, false, knows));
        }
        forms.add(new Form(unit, ChargingProfileKind.Absolute, false, false, knows));
      }
    }
    if (knows && capabilities.rateUnits().contains(ChargingRateUnit.W)) {
      forms.add(new Form(ChargingRateUnit.W, forms.getFirst().kind, false, false, false));
    }
    Form best = forms.getFirst();
    if (capabilities.maxStackLevel() > 0) {
      forms.add(new Form(best.unit, best.kind, true, false, knows));
    }
    if (knows) {
      forms.add(new Form(best.unit, best.kind, capabilities.maxStackLevel() > 0, true));
    }
    if (best.unit == ChargingRateUnit.W) {
      forms.add(new Form(ChargingRateUnit.A, best.kind, false, false, knows));
    }
    return forms;
  }

  /** The ways to try for a transaction's limit when a default was taken in this one. */
  public List<Form> ofTransaction(Capabilities capabilities) {
    List<Form> forms = new ArrayList<>(3);
    forms.add(this);
    if (!lowest && capabilities.maxStackLevel() > 0) {
      forms.add(new Form(unit, kind, true, saysPhases, knowsPhases));
    }
    if (kind == ChargingProfileKind.Relative) {
      forms.add(new Form(unit, ChargingProfileKind.Absolute, lowest, saysPhases, knowsPhases));
    }
    return forms;
  }

  /** The stack level to write. */
  public int stackLevel(Capabilities capabilities) {
    return lowest ? 0 : capabilities.maxStackLevel();
  }
}
