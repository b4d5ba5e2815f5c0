package io.evenkeel.messaging;

import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a charge point really stands, after declaration, the table of known models and the
 * operator's word were put together (later ones win).
 *
 * @param vendor as in BootNotification, empty when unknown
 * @param model as in BootNotification, empty when unknown
 * @param firmwareVersion as in BootNotification, empty when unknown
 * @param connectors number of connectors, 0 when unknown
 * @param smartCharging false when the charge point said it has no SmartCharging profile
 * @param maxSchedulePeriods periods per schedule that it stands (Delta AC MAX: 10, not the 20 it
 *     advertises)
 * @param maxStackLevel highest stack level
 * @param maxProfilesInstalled profiles in all
 * @param rateUnits units it takes; never empty
 * @param minCurrentA below it charging pauses (IEC 61851-1: 6 A)
 * @param maxCurrentA per phase
 */
public record Capabilities(
    String vendor,
    String model,
    String firmwareVersion,
    int connectors,
    boolean smartCharging,
    int maxSchedulePeriods,
    int maxStackLevel,
    int maxProfilesInstalled,
    Set<ChargingRateUnit> rateUnits,
    BigDecimal minCurrentA,
    BigDecimal maxCurrentA) {

  public Capabilities {
    rateUnits = Set.copyOf(rateUnits);
  }

  /** What is assumed of a charge point that has not said anything yet. */
  public static Capabilities unknown() {
    return new Capabilities(
        "",
        "",
        "",
        0,
        true,
        1,
        0,
        1,
        Set.of(ChargingRateUnit.A),
        BigDecimal.valueOf(6),
        BigDecimal.valueOf(32));
  }
}
