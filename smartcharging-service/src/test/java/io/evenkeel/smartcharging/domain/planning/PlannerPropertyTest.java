package io.evenkeel.smartcharging.domain.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.problem.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerPropertyTest {

  private static final int SITES = Integer.getInteger("evenkeel.plans", 300);

  @Test
  void noPlanBreaksAnythingOrIsBetterThanItsBounds() {
    for (long seed = 0; seed < SITES; seed++) {
      Instance instance = RandomSites.of(seed);

      Planned planned = Planner.plan(instance);

      Figures figures = planned.figures();
      assertEquals(List.of(), Broken.by(instance, planned.plan()), "broken on site " + seed);
      assertTrue(
          figures.lowerBoundShortfallWh() <= figures.shortfallWh() + 1e-6,
          "shortfall under its bound on site " + seed + ": " + figures);
      assertTrue(
          figures.costBound() <= figures.cost() + 1e-6,
          "cost under its bound on site " + seed + ": " + figures);
    }
  }

  @Test
  void theSameProblemGivesTheSamePlan() {
    Instance instance = RandomSites.of(7);

    assertEquals(Planner.plan(instance), Planner.plan(RandomSites.of(7)));
  }
}
