package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The instant allocation against references that know nothing of cells, queues and heaps. */
class AllocationPropertyTest {

  private static final int SITES = 4_000;

  @Test
  void everybodyGetsNothingOrAtLeastTheMinimumAndNoNodeIsExceeded() {
    for (long seed = 0; seed < SITES; seed++) {
      RandomCase given = RandomCase.ofOneGroup(seed, 12);

      Allocation allocation = given.allocate();

      int[] limits = given.limits(allocation);
      assertTrue(Reference.fits(given.asUsed(), limits), "seed " + seed + ": a node is exceeded");
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
      RandomCase given = RandomCase.ofOneGroup(seed, 12);

      int[] limits = given.limits();

      List<Demand> served =
          given.demands().stream().filter(demand -> limits[demand.connector()] > 0).toList();
      double[] expected = Reference.rise(given.asUsed(), served);
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
      RandomCase given = RandomCase.ofOneGroup(seed, 12);

      int[] limits = given.limits();

      int[] minima = new int[limits.length];
      for (Demand demand : given.demands()) {
        minima[demand.connector()] = limits[demand.connector()] > 0 ? demand.minimum() : 0;
      }
      for (Demand demand : given.demands()) {
        if (limits[demand.connector()] == 0 && demand.maximum() >= demand.minimum()) {
          minima[demand.connector()] = demand.minimum();
          assertTrue(
              !Reference.fits(given.asUsed(), minima), "seed " + seed + ": room for " + demand);
          minima[demand.connector()] = 0;
        }
      }
    }
  }

  @Test
  void whoIsServedIsNearlyAlwaysTheMostThatCanBe() {
    int fewer = 0;
    double served = 0;
    double possible = 0;
    for (long seed = 0; seed < SITES; seed++) {
      RandomCase given = RandomCase.ofOneGroup(seed, seed % 10 == 0 ? 16 : 10);

      int[] limits = given.limits();

      double priority =
          given.demands().stream()
              .filter(demand -> limits[demand.connector()] > 0)
              .mapToDouble(demand -> demand.rank().priority())
              .sum();
      double most = Reference.mostPriority(given.asUsed(), given.demands());
      assertTrue(priority <= most + 1e-6, "seed " + seed + ": more than possible");
      fewer += priority < most - 1e-6 ? 1 : 0;
      served += priority;
      possible += most;
    }
    System.out.printf("the most priority served on all but %d of %d sites%n", fewer, SITES);
    assertTrue(fewer <= SITES / 20, fewer + " of " + SITES + " sites served less");
    assertTrue(served >= 0.999 * possible, served + " served of " + possible);
  }

  @Test
  void theSameInputGivesTheSameResult() {
    for (long seed = 0; seed < 200; seed++) {
      int[] once = RandomCase.of(seed, 12, 3, true).limits();
      int[] again = RandomCase.of(seed, 12, 3, true).limits();

      assertArrayEquals(once, again, "seed " + seed);
    }
  }

  @Test
  void aHigherGroupDoesNotNoticeThatThereAreLowerOnes() {
    for (long seed = 0; seed < SITES; seed++) {
      RandomCase given = RandomCase.of(seed, 12, 3, false);
      List<Demand> higher =
          given.demands().stream().filter(demand -> demand.rank().group() > 0).toList();

      int[] limits = given.limits();

      Allocation alone = Allocation.of(given.tree(), given.tree().limits(), higher);
      assertTrue(Reference.fits(given.asUsed(), limits), "seed " + seed + ": a node is exceeded");
      for (Demand demand : higher) {
        assertEquals(
            alone.limit(demand.connector()),
            limits[demand.connector()],
            "seed " + seed + ": " + demand);
      }
    }
  }

  @Test
  void whoIsInTurnStaysOnWhateverElseIsWanted() {
    for (long seed = 0; seed < SITES; seed++) {
      RandomCase given = RandomCase.of(seed, 12, 2, true);
      List<Demand> inTurn =
          given.demands().stream()
              .filter(demand -> demand.rank().inTurn() && demand.maximum() >= demand.minimum())
              .toList();
      int[] minima = new int[given.site().connectors().size()];
      inTurn.forEach(demand -> minima[demand.connector()] = demand.minimum());

      int[] limits = given.limits();

      assertTrue(Reference.fits(given.asUsed(), limits), "seed " + seed + ": a node is exceeded");
      if (Reference.fits(given.asUsed(), minima)) {
        for (Demand demand : inTurn) {
          assertTrue(
              limits[demand.connector()] >= demand.minimum(), "seed " + seed + ": " + demand);
        }
      }
    }
  }

  @Test
  void theReasonNamesANodeThatIsFull() {
    for (long seed = 0; seed < SITES; seed++) {
      RandomCase given = RandomCase.ofOneGroup(seed, 12);

      Allocation allocation = given.allocate();

      int[] limits = given.limits(allocation);
      for (Demand demand : given.demands()) {
        int[] more = limits.clone();
        switch (allocation.reason(demand.connector())) {
          case Reason.ConnectorMaximum _ ->
              assertEquals(demand.maximum(), limits[demand.connector()], "seed " + seed);
          case Reason.NodeFull(String node, var phase) -> {
            // one more step for everybody on the node is too much
            given.demands().stream()
                .filter(other -> more[other.connector()] > 0)
                .filter(other -> Reference.isOn(given.asUsed(), other, node))
                .forEach(other -> more[other.connector()] += (int) Math.ceil(other.weight()));
            assertTrue(
                Reference.flow(given.asUsed(), more, node, phase)
                    > Reference.limit(given.asUsed(), node, phase),
                "seed " + seed + ": " + node + " " + phase + " is not full for " + demand);
          }
          case Reason.Waiting(String node, var phase) -> {
            int[] minima = new int[more.length];
            given.demands().stream()
                .filter(other -> limits[other.connector()] > 0)
                .forEach(other -> minima[other.connector()] = other.minimum());
            minima[demand.connector()] = demand.minimum();
            assertTrue(
                Reference.flow(given.asUsed(), minima, node, phase)
                    > Reference.limit(given.asUsed(), node, phase),
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
}
