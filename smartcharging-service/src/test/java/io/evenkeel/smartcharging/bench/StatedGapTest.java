package io.evenkeel.smartcharging.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.domain.planning.Figures;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.problem.Instance;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the planner says of its plans against a general solver's optimum, on small problems. */
class StatedGapTest {

  /** A solver's tolerance, in Wh of problems of some 100,000. */
  private static final double HAIR = 0.1;

  @Test
  void theStatedBoundIsOneAndNoPlanBeatsTheRelaxation() {
    LongStream.range(0, 300)
        .mapToObj(Plain::of)
        .forEach(
            instance -> {
              Figures figures = Planner.plan(instance).figures();

              double relaxed = Solver.relaxedShortfall(instance);

              Plain.assertAtMost(
                  "the stated bound is above the optimum without least currents",
                  instance,
                  figures.lowerBoundShortfallWh(),
                  relaxed + HAIR);
              Plain.assertAtMost(
                  "a plan misses less than the optimum without least currents",
                  instance,
                  relaxed - HAIR,
                  figures.shortfallWh());
            });
  }

  @Test
  void theTrueGapIsNeverAboveTheStatedOne() {
    int solved = 0;
    for (long seed = 0; seed < 1_000 && solved < 40; seed++) {
      Instance instance = Plain.of(seed);
      int cells = instance.sessions().stream().mapToInt(e -> e.departure() - e.arrival()).sum();
      if (cells > 40 || Solver.relaxedShortfall(instance) < 1) {
        continue;
      }
      Figures figures = Planner.plan(instance).figures();
      Optional<Double> exact = exact(instance, figures.shortfallWh());
      if (exact.isEmpty()) {
        continue;
      }
      solved++;
      double trueGap = figures.shortfallWh() - exact.get();
      double stated = figures.shortfallWh() - figures.lowerBoundShortfallWh();
      Plain.assertAtMost("the true gap is above the stated one", instance, trueGap, stated + HAIR);
      Plain.assertAtMost("a plan is better than the best", instance, -HAIR, trueGap);
    }
    assertEquals(40, solved, "problems that the solver proved");
  }

  /**
   * The solver searches with several threads, and calls the best what is not now and then: asked
   * again when a plan that the checker finds sound beats it.
   */
  private static Optional<Double> exact(Instance instance, double planned) {
    Optional<Double> exact = Solver.exactShortfall(instance);
    for (int i = 0; i < 10 && exact.isPresent() && planned < exact.get() - HAIR; i++) {
      exact = Solver.exactShortfall(instance);
    }
    return exact;
  }
}
