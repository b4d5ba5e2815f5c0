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
 * @param value its value as JSON; {@code null} when what was learned of it before holds no more
 * @param because what it was learned from, for people
 * @param at when it was learned: what an operator made forgotten later stays forgotten
 */
public record CapabilityLearned(
    String chargePoint, String field, String value, String because, Instant at)
    implements BusMessage {

  /** Of a field that is a whole number. */
  public static CapabilityLearned number(
      String chargePoint, String field, int number, String because, Instant at) {
    return new CapabilityLearned(chargePoint, field, String.valueOf(number), because, at);
  }

  /** Of a field that is true or false. */
  public static CapabilityLearned flag(
      String chargePoint, String field, boolean does, String because, Instant at) {
    return new CapabilityLearned(chargePoint, field, String.valueOf(does), because, at);
  }

  /** What was learned of that field before holds no more. */
  public static CapabilityLearned nothing(
      String chargePoint, String field, String because, Instant at) {
    return new CapabilityLearned(chargePoint, field, "null", because, at);
  }

  /** It takes limits in these units; not empty. */
  public static CapabilityLearned rateUnits(
      String chargePoint, Set<ChargingRateUnit> units, String because, Instant at) {
    String value =
        units.stream()
            .sorted()
            .map(unit -> '"' + unit.name() + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return new CapabilityLearned(chargePoint, "rateUnits", value, because, at);
  }

  /** Below this charging pauses. */
  public static CapabilityLearned minCurrentA(
      String chargePoint, BigDecimal amperes, String because, Instant at) {
    return new CapabilityLearned(chargePoint, "minCurrentA", amperes.toPlainString(), because, at);
  }

  @Override
  public String key() {
    return chargePoint;
  }
}
