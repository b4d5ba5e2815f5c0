package io.evenkeel.smartcharging.domain.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final double HOUR_AT_16 = 3_680; // Wh on one phase

  @Test
  void aCarAloneChargesAtOnceAndStops() {
    Planned planned = Sites.of(8, 320).car("a", 8, 2 * HOUR_AT_16).plan();

    assertEquals(
        List.of(new Period(0, 160), new Period(2, 0)), planned.plan().schedules().get("a"));
    assertEquals(2, planned.sessions().getFirst().completeAt());
    assertInstanceOf(Why.Car.class, planned.sessions().getFirst().periods().getFirst().why());
  }

  @Test
  void whoLeavesFirstIsServedFirstAndAllGetTheirs() {
    Planned planned =
        Sites.of(4, 160).car("late", 4, 2 * HOUR_AT_16).car("soon", 2, 2 * HOUR_AT_16).plan();

    assertEquals(0, planned.figures().shortfallWh(), 1e-6, "both fit one after the other");
    assertEquals(1, planned.figures().leastSatisfaction(), 1e-9, "everybody has all");
    assertEquals(4, planned.sessions().getFirst().completeAt(), "the one that has time waits");
  }

  @Test
  void aShortageIsStatedAndProved() {
    Planned planned = Sites.of(2, 160).car("a", 2, 2 * HOUR_AT_16).car("b", 2, HOUR_AT_16).plan();

    assertEquals(HOUR_AT_16, planned.figures().shortfallWh(), 1, "two hours for three");
    assertEquals(
        HOUR_AT_16, planned.figures().lowerBoundShortfallWh(), 40, "no plan can miss less");
    assertTrue(
        planned.sessions().stream().anyMatch(session -> session.completeAt() == null),
        "somebody is told that it will not be done");
  }

  @Test
  void lessThanTheMinimumStartsNobody() {
    Planned planned = Sites.of(2, 50).car("a", 2, HOUR_AT_16).plan();

    assertTrue(planned.plan().schedules().isEmpty(), "5 A charge no car");
    SessionPlan session = planned.sessions().getFirst();
    assertNull(session.completeAt());
    assertEquals(new Why.NodeFull("grid", Phase.L1), session.periods().getFirst().why());
  }

  @Test
  void theCostOfChargingIsWhatItAddsToThatOfTheBaseLoad() {
    // 10 A on one phase all day: 2.3 kW; and a car that draws 3.68 kW for an hour
    Tariff tariff = new Tariff(new double[] {0.5}, 0, 0);
    Instance site = Sites.of(2, 320).with(tariff).car("a", 2, HOUR_AT_16).instance();

    Figures figures = Planner.plan(loaded(site, new double[] {10})).figures();

    assertEquals(0.5 * (2 * 2.3 + 3.68), figures.cost(), 1e-9);
    assertEquals(0.5 * 3.68, figures.chargingCost(), 1e-9);
  }

  private static Instance loaded(Instance site, double[] onL1) {
    LoadNode grid = site.nodes().getFirst();
    double[] none = {0};
    LoadNode loaded =
        new LoadNode(grid.id(), null, grid.kind(), grid.limits(), List.of(onL1, none, none), null);
    return new Instance(
        site.id(),
        site.slots(),
        site.slotMinutes(),
        site.startMinuteOfDay(),
        site.voltage(),
        site.maxPeriods(),
        site.step(),
        List.of(loaded),
        site.connectors(),
        site.sessions(),
        site.tariff());
  }

  @Test
  void aCarThatHasTimeWaitsForTheCheapHour() {
    Tariff tariff = new Tariff(new double[] {0.4, 0.3, 0.1, 0.4}, 0, 0);
    Planned planned = Sites.of(4, 320).with(tariff).car("a", 4, HOUR_AT_16).plan();

    assertEquals(
        List.of(new Period(0, 0), new Period(2, 160), new Period(3, 0)),
        planned.plan().schedules().get("a"));
    assertEquals(0.368, planned.figures().cost(), 1e-9);
    assertEquals(0.368, planned.figures().costBound(), 0.004, "no plan is cheaper");
    assertInstanceOf(Why.Price.class, planned.sessions().getFirst().periods().getFirst().why());
  }

  @Test
  void aDemandChargeFlattensTheImport() {
    Tariff tariff = new Tariff(new double[0], 0, 10);
    Planned planned =
        Sites.of(4, 640)
            .with(tariff)
            .car("a", 4, 2 * HOUR_AT_16)
            .car("b", 4, 2 * HOUR_AT_16)
            .plan();

    assertEquals(0, planned.figures().shortfallWh(), 1e-6);
    assertEquals(36.8, planned.figures().cost(), 1, "3.68 kW all the time and not 7.36");
  }

  @Test
  void oneSetOfPeriodsIsEnoughForAChargerThatStandsNoMore() {
    Planned planned = Sites.of(4, 160).periods(1).car("a", 4, 2 * HOUR_AT_16).plan();

    assertEquals(List.of(new Period(0, 80)), planned.plan().schedules().get("a"));
    assertEquals(0, planned.figures().shortfallWh(), 1e-6);
  }

  @Test
  void aHigherGroupComesFirst() {
    Planned planned =
        Sites.of(2, 160)
            .car("ordinary", 2, 2 * HOUR_AT_16)
            .car("first", 2, 2 * HOUR_AT_16, 1, 0)
            .plan();

    assertEquals(2 * HOUR_AT_16, planned.sessions().get(1).deliveredWh(), 1e-6);
    assertEquals(
        new Why.Priority("grid", Phase.L1),
        planned.sessions().getFirst().periods().getFirst().why());
  }

  @Test
  void whatIsGuaranteedComesAtOnceWhateverItCosts() {
    Tariff tariff = new Tariff(new double[] {0.4, 0.3, 0.1, 0.1}, 0, 0);
    Planned planned =
        Sites.of(4, 320).with(tariff).car("a", 4, 2 * HOUR_AT_16, 0, HOUR_AT_16).plan();

    assertEquals(new Period(0, 160), planned.plan().schedules().get("a").getFirst());
    assertEquals(0, planned.figures().shortfallWh(), 1e-6);
  }

  @Test
  void whoMustStayOnStaysOn() {
    Tariff tariff = new Tariff(new double[] {0.4, 0.3, 0.1, 0.1}, 0, 0);
    Sites site = Sites.of(4, 320).with(tariff).car("a", 4, 2 * HOUR_AT_16);

    Planned planned = Planner.plan(site.instance(), Map.of("a", 2));

    List<Period> schedule = planned.plan().schedules().get("a");
    assertEquals(new Period(0, 60), schedule.getFirst(), "the least that keeps it on");
    assertEquals(2, schedule.get(1).start(), "and then in the cheap hours");
  }
}
