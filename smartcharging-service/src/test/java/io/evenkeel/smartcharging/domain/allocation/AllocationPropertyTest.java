package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.world.RandomSites;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The instant allocation against references that know nothing of cells, queues and heaps. */
class AllocationPropertyTest {

  private static final int SITES = 4_000;

  private record Case(long seed, SiteDefinition site, List<Demand> demands) {

    static Case of(long seed) {
      Random random = new Random(seed);
      SiteDefinition site = new RandomSites(random).site(12);
      List<Demand> demands = new ArrayList<>();
      for (int i = 0; i < site.connectors().size(); i++) {
        if (random.nextInt(5) > 0) {
          int minimum = random.nextInt(4) > 0 ? 60 : 60 + random.nextInt(30);
          int maximum = random.nextInt(20) > 0 ? minimum + random.nextInt(261) : minimum - 1;
          demands.add(
              new Demand(
                  i,
                  minimum,
                  Math.min(maximum, site.connectors().get(i).maximum()),
                  Rank.ORDINARY));
        }
      }
      return new Case(seed, site, demands);
    }

    Allocation allocate() {
      SiteTree tree = SiteTree.of(site);
      return Allocation.of(tree, tree.limits(), demands);
    }
  }

  @Test
  void everybodyGetsNothingOrAtLeastTheMinimumAndNoNodeIsExceeded() {
    for (long seed = 0; seed < SITES; seed++) {
      Case given = Case.of(seed);

      Allocation allocation = given.allocate();

      int[] limits = limits(given, allocation);
      assertTrue(Reference.fits(given.site(), limits), "seed " + seed + ": a node is exceeded");
      for (Demand demand : given.demands()) {
        int limit = limits[demand.connector()];
        assertTrue(
            limit == 0 || (limit >= demand.minimum() && limit <= demand.maximum()),
            "seed " + seed + ": " + demand + " got " + limit);
      }
    }
  }

  @Test
  void theServedGetWhatALevelThatRisesWithoutStepsWouldGiveThemRoundedDown() {
    for (long seed = 0; seed < SITES; seed++) {
      Case given = Case.of(seed);

      int[] limits = limits(given, given.allocate());

      List<Demand> served =
          given.demands().stream().filter(demand -> limits[demand.connector()] > 0).toList();
      double[] expected = Reference.rise(given.site(), served);
      for (Demand demand : served) {
        assertEquals(
            (int) Math.floor(expected[demand.connector()] + 1e-6),
            limits[demand.connector()],
            "seed " + seed + ": " + demand);
      }
    }
  }

  @Test
  void noneThatWaitsCouldBeServedAsWell() {
    for (long seed = 0; seed < SITES; seed++) {
      Case given = Case.of(seed);

      int[] limits = limits(given, given.allocate());

      int[] minima = new int[limits.length];
      for (Demand demand : given.demands()) {
        minima[demand.connector()] = limits[demand.connector()] > 0 ? demand.minimum() : 0;
      }
      for (Demand demand : given.demands()) {
        if (limits[demand.connector()] == 0 && demand.maximum() >= demand.minimum()) {
          minima[demand.connector()] = demand.minimum();
          assertTrue(
              !Reference.fits(given.site(), minima), "seed " + seed + ": room for " + demand);
          minima[demand.connector()] = 0;
        }
      }
    }
  }

  @Test
  void nearlyAlwaysAsManyAreServedAsCanBe() {
    int fewer = 0;
    for (long seed = 0; seed < SITES; seed++) {
      Case given = Case.of(seed);

      int[] limits = limits(given, given.allocate());

      long served =
          given.demands().stream().filter(demand -> limits[demand.connector()] > 0).count();
      int possible = Reference.mostServed(given.site(), given.demands());
      assertTrue(served <= possible, "seed " + seed + ": more than possible");
      assertTrue(served >= possible - 1, "seed " + seed + ": " + served + " of " + possible);
      fewer += served < possible ? 1 : 0;
    }
    System.out.printf("served as many as can be on all but %d of %d sites%n", fewer, SITES);
    assertTrue(fewer <= SITES / 20, fewer + " of " + SITES + " sites served one fewer");
  }

  @Test
  void theSameInputGivesTheSameResult() {
    for (long seed = 0; seed < 200; seed++) {
      Case given = Case.of(seed);

      int[] once = limits(given, given.allocate());
      int[] again = limits(given, Case.of(seed).allocate());

      assertArrayEquals(once, again, "seed " + seed);
    }
  }

  @Test
  void theReasonNamesANodeThatIsFull() {
    for (long seed = 0; seed < SITES; seed++) {
      Case given = Case.of(seed);

      Allocation allocation = given.allocate();

      int[] limits = limits(given, allocation);
      for (Demand demand : given.demands()) {
        int[] more = limits.clone();
        switch (allocation.reason(demand.connector())) {
          case Reason.ConnectorMaximum _ ->
              assertEquals(demand.maximum(), limits[demand.connector()], "seed " + seed);
          case Reason.NodeFull(String node, var phase) -> {
            // one more step for everybody on the node is too much
            Reference.below(given.site(), node).forEach(i -> more[i] += more[i] > 0 ? 1 : 0);
            assertTrue(
                Reference.flow(given.site(), more, node, phase)
                    > Reference.limit(given.site(), node, phase),
                "seed " + seed + ": " + node + " " + phase + " is not full for " + demand);
          }
          case Reason.Waiting(String node, var phase) -> {
            int[] minima = new int[more.length];
            given.demands().stream()
                .filter(other -> limits[other.connector()] > 0)
                .forEach(other -> minima[other.connector()] = other.minimum());
            minima[demand.connector()] = demand.minimum();
            assertTrue(
                Reference.flow(given.site(), minima, node, phase)
                    > Reference.limit(given.site(), node, phase),
                "seed " + seed + ": " + node + " " + phase + " has room for " + demand);
          }
          case Reason.CarMaximum _, Reason.Behind _ -> throw new AssertionError("seed " + seed);
          case Reason.MaximumBelowMinimum _ ->
              assertTrue(demand.maximum() < demand.minimum(), "seed " + seed);
          case null -> throw new AssertionError("seed " + seed + ": no reason for " + demand);
        }
      }
    }
  }

  private static int[] limits(Case given, Allocation allocation) {
    int[] limits = new int[given.site().connectors().size()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = allocation.limit(i);
    }
    return limits;
  }
}
