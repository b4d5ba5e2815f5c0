package io.evenkeel.smartcharging.bench;

import io.evenkeel.smartcharging.domain.planning.Planned;
import io.evenkeel.smartcharging.domain.planning.Planner;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the planner says of the cost of its plans against a general solver's least cost. */
class StatedCostTest {

  @Test
  void theStatedCostBoundIsOne() {
    LongStream.range(0, 200)
        .mapToObj(Plain::of)
        .forEach(
            instance -> {
              Planned planned = Planner.plan(instance);
              Audit audit = Checker.check(instance, planned.plan());

              double relaxed = Solver.relaxedCost(instance, audit.shortfallWh() + 1e-6);

              double hair = 1e-6 * Math.max(1, Math.abs(relaxed));
              Plain.assertAtMost(
                  "the stated bound is above the least cost",
                  instance,
                  planned.figures().costBound(),
                  relaxed + hair);
              Plain.assertAtMost(
                  "a plan costs less than can be", instance, relaxed - hair, audit.cost());
            });
  }
}
