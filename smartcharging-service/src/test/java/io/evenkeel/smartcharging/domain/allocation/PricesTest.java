package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What prices say cannot be served is never served: not even by trying all sets. */
class PricesTest {

  private static final double MILLIONTHS = 1e6;

  @Test
  void theBoundIsNeverBelowTheBestChoice() {
    int problems = 0;
    int saying = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      RandomCase given = RandomCase.ofOneGroup(seed, 12);
      List<Demand> asking =
          given.demands().stream().filter(demand -> demand.maximum() >= demand.minimum()).toList();
      Wants wants = new Wants(Layout.of(given.tree()));
      int[] asked = new int[given.tree().cells()];
      for (Demand demand : asking) {
        int place = demand.connector();
        wants.set(
            place,
            demand.phases(),
            demand.minimum(),
            demand.maximum(),
            demand.weight(),
            demand.rank());
        for (int at = wants.layout.from[place]; at < wants.to[place]; at++) {
          asked[wants.layout.path[at]] += demand.minimum();
        }
      }
      int[] capacity = given.tree().limits();
      int[] contended =
          IntStream.range(0, asked.length).filter(cell -> asked[cell] > capacity[cell]).toArray();
      int[] places = asking.stream().mapToInt(Demand::connector).toArray();
      if (contended.length == 0) {
        continue;
      }

      Kinds kinds = Kinds.of(wants, places, contended, capacity, new int[capacity.length]);
      Packed known = Greedy.pack(kinds, kinds.footprints());
      double bound = new Prices(kinds, known).bound() / MILLIONTHS;

      double best = Reference.mostPriority(given.asUsed(), asking);
      assertTrue(bound >= best - 1e-6, "seed " + seed + ": " + bound + " is below " + best);
      assertTrue(known.value() / MILLIONTHS <= best + 1e-6, "seed " + seed + ": more than can be");
      problems++;
      double all = asking.stream().mapToDouble(demand -> demand.rank().priority()).sum();
      saying += bound < all - 1e-6 ? 1 : 0;
    }
    assertTrue(
        saying > problems * 0.9, saying + " of " + problems + " bounds say more than the sum");
  }
}
