package io.evenkeel.smartcharging.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.Arrays;

/**
 * Nasty problems that a general solver understands: without groups and guarantees, which come
 * before the shortfall of all, and with a price that is never below what feeding in pays, so that
 * cost is convex.
 */
final class Plain {

  private Plain() {}

  static Instance of(long seed) {
    Instance nasty = Nasty.of(seed);
    Tariff tariff = nasty.tariff();
    double[] prices = Arrays.stream(tariff.pricePerKwh()).map(price -> price + 0.4).toArray();
    return new Instance(
        nasty.id(),
        nasty.slots(),
        nasty.slotMinutes(),
        nasty.startMinuteOfDay(),
        nasty.voltage(),
        nasty.maxPeriods(),
        nasty.step(),
        nasty.nodes(),
        nasty.connectors(),
        nasty.sessions().stream().map(Plain::of).toList(),
        new Tariff(
            prices, prices.length == 0 ? 0 : tariff.feedInPerKwh(), tariff.demandChargePerKw()));
  }

  private static LoadSession of(LoadSession session) {
    return new LoadSession(
        session.id(),
        session.connector(),
        session.evPhases(),
        session.min(),
        session.max(),
        session.arrival(),
        session.departure(),
        session.energyWh(),
        1,
        1,
        0,
        0,
        session.maxPeriods());
  }

  static void assertAtMost(String wrong, Instance instance, double value, double most) {
    assertTrue(value <= most, () -> "%s: %s: %f > %f".formatted(instance.id(), wrong, value, most));
  }
}
