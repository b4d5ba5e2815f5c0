package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import java.util.List;

/** The same problem but for one thing. */
final class Variants {

  private Variants() {}

  static Instance withSessions(Instance of, List<LoadSession> sessions) {
    return with(of, of.maxPeriods(), sessions, of.tariff());
  }

  static Instance withPeriods(Instance of, int maxPeriods) {
    return with(of, maxPeriods, of.sessions(), of.tariff());
  }

  static Instance withDemandCharge(Instance of, double perKw) {
    Tariff tariff = of.tariff();
    return with(
        of,
        of.maxPeriods(),
        of.sessions(),
        new Tariff(tariff.pricePerKwh(), tariff.feedInPerKwh(), perKw));
  }

  private static Instance with(
      Instance of, int maxPeriods, List<LoadSession> sessions, Tariff tariff) {
    return new Instance(
        of.id(),
        of.slots(),
        of.slotMinutes(),
        of.startMinuteOfDay(),
        of.voltage(),
        maxPeriods,
        of.step(),
        of.nodes(),
        of.connectors(),
        sessions,
        tariff);
  }

  static LoadSession withPriority(LoadSession of, double servePriority) {
    return new LoadSession(
        of.id(),
        of.connector(),
        of.evPhases(),
        of.min(),
        of.max(),
        of.arrival(),
        of.departure(),
        of.energyWh(),
        of.weight(),
        servePriority,
        of.group(),
        of.guaranteedWh(),
        of.maxPeriods());
  }
}
