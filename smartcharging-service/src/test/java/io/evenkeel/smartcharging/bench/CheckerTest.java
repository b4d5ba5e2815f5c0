package io.evenkeel.smartcharging.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.bench.Breach.Rule;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.problem.Plan;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Four hours; a grid of 40 A that feeds 10 A of building on L1, and a circuit of 20 A, 12 at the
 * end.
 */
class CheckerTest {

  private static final LoadSession ONE_PHASE =
      new LoadSession("s1", "c1", 1, 60, 160, 0, 4, 10_000, 1, 1, 0, 0, null);
  private static final LoadSession THREE_PHASE =
      new LoadSession("s2", "c2", 3, 60, 160, 1, 3, 10_000, 1, 1, 0, 0, 2);

  @Test
  void aPlanThatKeepsAllIsAddedUp() {
    Audit audit =
        check(null, Map.of("s1", List.of(new Period(0, 100)), "s2", List.of(new Period(1, 80))));

    assertEquals(List.of(), audit.breaches());
    assertEquals(4 * 10 * 230.0, audit.deliveredWh().get("s1"));
    assertEquals(
        10_000, audit.deliveredWh().get("s2"), "capped at the request: 3 x 8 A x 2 h = 11,040 Wh");
    assertEquals(20_000 - 9_200 - 10_000, audit.shortfallWh());
    assertEquals(0.92, audit.leastSatisfaction(), 1e-12);
    // 20 A, 44 A, 44 A, 20 A of 230 V for an hour each, at 0.5; 44 A for the demand
    assertEquals(128 * 0.23 * 0.5 + 44 * 0.23 * 2, audit.cost(), 1e-9);
    assertEquals(4, audit.gapPercent(0), 1e-12);
  }

  @Test
  void nobodyGetsNothingIsNoBreach() {
    assertEquals(List.of(), check(null, Map.of()).breaches());
  }

  @Test
  void aNodeOnOnePhaseInOneSlot() {
    // s2 is wired TRS and s1 STR: both load L2
    breaks(
        Rule.NODE, 2, Map.of("s1", List.of(new Period(0, 101)), "s2", List.of(new Period(0, 100))));
    breaks(Rule.NODE, 1, Map.of("s1", List.of(new Period(0, 121))));
  }

  @Test
  void theRangeAndTheStep() {
    breaks(Rule.MINIMUM, 4, Map.of("s1", List.of(new Period(0, 59))));
    breaks(Rule.MAXIMUM, 1, Map.of("s1", List.of(new Period(0, 161), new Period(1, 0))));
    Instance coarse = instance(null, 5);
    Audit audit = Checker.check(coarse, new Plan(Map.of("s1", List.of(new Period(0, 101)))));
    assertEquals(4, audit.breaches().stream().filter(each -> each.rule() == Rule.STEP).count());
  }

  @Test
  void thePeriods() {
    List<Period> three = List.of(new Period(0, 0), new Period(1, 60), new Period(2, 70));
    breaks(Rule.PERIODS, 1, Map.of("s2", three));
    breaks(Rule.PERIODS, 0, Map.of("s1", three));
    breaks(Rule.PERIODS, 1, Map.of("s1", List.of(new Period(0, 60), new Period(0, 70))));
  }

  @Test
  void theStay() {
    breaks(Rule.STAY, 1, Map.of("s2", List.of(new Period(2, 60))));
    breaks(Rule.STAY, 1, Map.of("s2", List.of(new Period(1, 60), new Period(3, 70))));
    breaks(Rule.SESSION, 1, Map.of("s3", List.of(new Period(0, 60))));
  }

  @Test
  void theImbalance() {
    // s1 loads L2; that the building alone differs by 10 A is no breach
    assertEquals(List.of(), check(100, Map.of("s1", List.of(new Period(0, 100)))).breaches());
    Audit audit = check(50, Map.of("s1", List.of(new Period(0, 60))));
    assertEquals(4, audit.breaches().size(), "L2 against L3 by 6 A, 5 allowed, in four slots");
    assertEquals(Rule.IMBALANCE, audit.breaches().getFirst().rule());
  }

  @Test
  void oneSlotAlone() {
    Instance instance = instance(null, 1);

    assertEquals(List.of(), Checker.check(instance, 1, Map.of("s1", 100, "s2", 100)).breaches());
    assertEquals(
        List.of(Rule.NODE),
        Checker.check(instance, 2, Map.of("s1", 100, "s2", 101)).breaches().stream()
            .map(Breach::rule)
            .toList());
    assertEquals(
        List.of(Rule.STAY),
        Checker.check(instance, 0, Map.of("s2", 60)).breaches().stream()
            .map(Breach::rule)
            .toList());
  }

  private static void breaks(Rule rule, int times, Map<String, List<Period>> schedules) {
    List<Breach> breaches = check(null, schedules).breaches();
    assertEquals(
        times, breaches.stream().filter(each -> each.rule() == rule).count(), breaches::toString);
  }

  private static Audit check(@Nullable Integer imbalance, Map<String, List<Period>> schedules) {
    return Checker.check(instance(imbalance, 1), new Plan(schedules));
  }

  private static Instance instance(@Nullable Integer imbalance, int step) {
    return new Instance(
        "four",
        4,
        60,
        0,
        230,
        10,
        step,
        List.of(
            new LoadNode(
                "grid",
                null,
                "GRID",
                List.of(new LimitFrom(0, 400, 400, 400)),
                List.of(new double[] {10}, new double[] {0, 0, 0, 0}, new double[] {0}),
                imbalance),
            new LoadNode(
                "c",
                "grid",
                "CIRCUIT",
                List.of(new LimitFrom(0, 200, 200, 200), new LimitFrom(3, 120, 120, 120)),
                List.of(),
                null)),
        List.of(
            new LoadConnector("c1", "c", Rotation.STR, 3, 320),
            new LoadConnector("c2", "c", Rotation.TRS, 3, 320)),
        List.of(ONE_PHASE, THREE_PHASE),
        new Tariff(new double[] {0.5}, 0, 2));
  }
}
