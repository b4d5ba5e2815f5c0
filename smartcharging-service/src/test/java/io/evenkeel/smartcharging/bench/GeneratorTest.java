package io.evenkeel.smartcharging.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.bench.Workplace.Supply;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.InstanceRules;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {

  @Test
  void nastyProblemsAreSoundAndOfManyKinds() {
    List<Instance> many = LongStream.range(0, 1_000).mapToObj(Nasty::of).toList();

    many.forEach(each -> assertEquals(List.of(), InstanceRules.check(each), each.id()));
    assertTrue(many.stream().anyMatch(each -> each.sessions().isEmpty()), "a site without cars");
    assertTrue(
        many.stream()
            .flatMap(each -> each.sessions().stream())
            .anyMatch(each -> each.arrival() == each.departure()),
        "a stay of no length");
    assertTrue(
        many.stream().flatMap(each -> each.sessions().stream()).anyMatch(e -> e.max() < e.min()),
        "a car that cannot charge");
    assertTrue(
        many.stream()
            .flatMap(each -> each.nodes().stream())
            .anyMatch(e -> e.maxImbalance() != null),
        "a limit on imbalance");
  }

  @Test
  void workplacesAreSoundAndAsLargeAsAskedFor() {
    for (int size : new int[] {1, 10, 25, 100, 1_000}) {
      Instance site = Workplace.of(size, Supply.TIGHT, 1);

      assertEquals(List.of(), InstanceRules.check(site), "workplace of " + size);
      Instance day = Day.of(size, Supply.TIGHT, 1);
      assertEquals(List.of(), InstanceRules.check(day), "day of " + size);
      assertEquals(size, site.connectors().size());
      assertEquals(0.9 * size, site.sessions().size(), 0.05 * size + 1);
      assertEquals(25 * size, site.nodes().getFirst().limits().getFirst().l1());
    }
  }

  @Test
  void theSameSeedGivesTheSame() {
    assertEquals(Nasty.of(7).sessions(), Nasty.of(7).sessions());
    assertEquals(
        Workplace.of(50, Supply.USUAL, 3).sessions(), Workplace.of(50, Supply.USUAL, 3).sessions());
    assertNotEquals(
        Workplace.of(50, Supply.USUAL, 3).sessions(), Workplace.of(50, Supply.USUAL, 4).sessions());
  }
}
