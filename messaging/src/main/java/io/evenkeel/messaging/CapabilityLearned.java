package io.evenkeel.messaging;

import io.evenkeel.ocpp.type.ChargingRateUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Smart charging tells the gateway what a charge point turned out to stand. The gateway keeps it
 * and tells everybody the capabilities that follow, unless an operator says otherwise. Safe to
 * repeat.
 *
 * @param field the name of one of the components of {@link Capabilities}
 * @param value its value as JSON
 * @param because what it was learned from, for people
 * @param at when it was learned: what an operator made forgotten later stays forgotten
 */
public record CapabilityLearned(
    String chargePoint, String field, String value, String because, Instant at)
    implements BusMessage {

  /** It stands so many periods in a schedule. */
  public static CapabilityLearned maxSchedulePeriods(
      String chargePoint, int periods, String because, Instant at) {
    return of(chargePoint, "maxSchedulePeriods", String.valueOf(periods), because, at);
  }

  /** It takes stack levels up to this. */
  public static CapabilityLearned maxStackLevel(
      String chargePoint, int level, String because, Instant at) {
    return of(chargePoint, "maxStackLevel", String.valueOf(level), because, at);
  }

  /** It takes limits in these units; not empty. */
  public static CapabilityLearned rateUnits(
      String chargePoint, Set<ChargingRateUnit> units, String because, Instant at) {
    return of(
        chargePoint,
        "rateUnits",
        units.stream()
            .sorted()
            .map(unit -> '"' + unit.name() + '"')
            .collect(Collectors.joining(",", "[", "]")),
        because,
        at);
  }

  /** Below this charging pauses. */
  public static CapabilityLearned minCurrentA(
      String chargePoint, BigDecimal amperes, String because, Instant at) {
    return of(chargePoint, "minCurrentA", amperes.toPlainString(), because, at);
  }

  /** It answers GetCompositeSchedule with what holds. */
  public static CapabilityLearned readsBack(
      String chargePoint, boolean does, String because, Instant at) {
    return of(chargePoint, "readsBack", String.valueOf(does), because, at);
  }

  /** It takes a limit of 0 A. */
  public static CapabilityLearned acceptsZero(
      String chargePoint, boolean does, String because, Instant at) {
    return of(chargePoint, "acceptsZero", String.valueOf(does), because, at);
  }

  /** It takes schedules of kind Relative. */
  public static CapabilityLearned acceptsRelative(
      String chargePoint, boolean does, String because, Instant at) {
    return of(chargePoint, "acceptsRelative", String.valueOf(does), because, at);
  }

  /** It takes a TxProfile. */
  public static CapabilityLearned acceptsTxProfile(
      String chargePoint, boolean does, String because, Instant at) {
    return of(chargePoint, "acceptsTxProfile", String.valueOf(does), because, at);
  }

  /** It takes numberPhases in the periods of a schedule. */
  public static CapabilityLearned acceptsNumberPhases(
      String chargePoint, boolean does, String because, Instant at) {
    return of(chargePoint, "acceptsNumberPhases", String.valueOf(does), because, at);
  }

  private static CapabilityLearned of(
      String chargePoint, String field, String value, String because, Instant at) {
    return new CapabilityLearned(chargePoint, field, value, because, at);
  }

  @Override
  public String key() {
    return chargePoint;
  }
}
