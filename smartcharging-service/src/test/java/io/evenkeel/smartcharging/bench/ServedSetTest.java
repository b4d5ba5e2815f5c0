package io.evenkeel.smartcharging.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.allocation.InstantAllocation;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Who is served now, against the best set there is; and what is taken for the best, against a
 * solver.
 */
class ServedSetTest {

  private static final int SITES = 400;

  @Test
  void theServedPriorityIsTheHighestOnAlmostAllSmallSites() {
    int equal = 0;
    double reached = 0;
    double most = 0;
    for (long seed = 0; seed < SITES; seed++) {
      Instance site = site(seed);

      Map<String, Integer> limits = InstantAllocation.of(site, 0).limits();

      double best = ServedPriority.best(site, 0);
      double served =
          site.sessions().stream()
              .filter(session -> limits.getOrDefault(session.id(), 0) > 0)
              .mapToDouble(LoadSession::servePriority)
              .sum();
      assertTrue(served <= best + 1e-9, site.id() + ": more is served than can be");
      equal += served >= best - 1e-9 ? 1 : 0;
      reached += served;
      most += best;
    }
    assertTrue(equal >= 0.95 * SITES, "equal on %d of %d sites".formatted(equal, SITES));
    assertTrue(reached >= 0.999 * most, "served %f of %f".formatted(reached, most));
  }

  @Test
  void theBestSetIsTheSolversToo() {
    for (long seed = 0; seed < 100; seed++) {
      Instance site = site(seed);
      assertEquals(Solver.servedPriority(site, 0), ServedPriority.best(site, 0), 1e-6, site.id());
    }
  }

  @Test
  void whereEverybodyCanHaveEverythingTheSolverFindsThatToo() {
    LongStream.range(0, 200)
        .mapToObj(seed -> Feasible.of(Plain.of(seed), seed))
        .forEach(site -> assertEquals(0, Solver.relaxedShortfall(site), 0.01, site.id()));
  }

  /** With every kind of priority, and not enough for all. */
  private static Instance site(long seed) {
    Random random = new Random(seed);
    Instance site =
        seed % 3 == 0
            ? Plain.of(seed)
            : Workplace.of(4 + random.nextInt(13), Workplace.Supply.DEEP_SHORTAGE, seed);
    return Variants.withSessions(
        site,
        site.sessions().stream()
            .map(each -> Variants.withPriority(each, (1 + random.nextInt(50)) / 10.0))
            .toList());
  }
}
