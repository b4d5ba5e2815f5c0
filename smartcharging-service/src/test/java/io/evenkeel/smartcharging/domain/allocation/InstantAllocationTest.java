package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.bench.Breach;
import io.evenkeel.smartcharging.bench.Checker;
import io.evenkeel.smartcharging.bench.Nasty;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.LoadConnector;
import io.evenkeel.smartcharging.domain.problem.LoadNode;
import io.evenkeel.smartcharging.domain.problem.LoadNode.LimitFrom;
import io.evenkeel.smartcharging.domain.problem.LoadSession;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.Rotation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The instant allocation of a slot of a planning problem. */
class InstantAllocationTest {

  // an instant allocation is not asked to keep phases in balance
  @Test
  void noRuleIsBrokenInAnySlotOfNastyProblems() {
    for (long seed = 0; seed < 500; seed++) {
      Instance instance = Nasty.of(seed);
      for (int slot = 0; slot < instance.slots(); slot += 3) {
        InstantAllocation allocation = InstantAllocation.of(instance, slot);

        List<Breach> breaches =
            Checker.check(instance, slot, allocation.limits()).breaches().stream()
                .filter(breach -> breach.rule() != Breach.Rule.IMBALANCE)
                .toList();
        assertEquals(List.of(), breaches, "seed " + seed + ", slot " + slot);
        assertEquals(allocation.limits().keySet(), allocation.reasons().keySet(), "seed " + seed);
      }
    }
  }

  @Test
  void limitsFollowTheSlotsAndGenerationIsUsed() {
    LoadNode grid =
        new LoadNode(
            "grid",
            null,
            "GRID",
            List.of(new LimitFrom(0, 100, 100, 100), new LimitFrom(1, 60, 60, 60)),
            List.of(new double[] {2, -3}, new double[] {2, -3}, new double[] {2, -3}),
            null);
    Instance instance = instance(grid, session("s1", "c1", 0, 2), session("s2", "c2", 1, 2));

    assertEquals(Map.of("s1", 80), InstantAllocation.of(instance, 0).limits());
    InstantAllocation second = InstantAllocation.of(instance, 1);
    assertEquals(90, second.limits().get("s1"));
    assertEquals(0, second.limits().get("s2"));
    assertEquals(new Reason.NodeFull("grid", Phase.L1), second.reasons().get("s1"));
    assertEquals(new Reason.Waiting("grid", Phase.L1), second.reasons().get("s2"));
  }

  @Test
  void whoTakesAllTheCarTakesIsToldSo() {
    LoadNode grid =
        new LoadNode(
            "grid", null, "GRID", List.of(new LimitFrom(0, 500, 500, 500)), List.of(), null);

    InstantAllocation allocation =
        InstantAllocation.of(instance(grid, session("s1", "c1", 0, 2)), 0);

    assertEquals(160, allocation.limits().get("s1"));
    assertEquals(new Reason.CarMaximum(), allocation.reasons().get("s1"));
    assertTrue(InstantAllocation.of(instance(grid), 0).limits().isEmpty());
  }

  private static LoadSession session(String id, String connector, int arrival, int departure) {
    return new LoadSession(id, connector, 3, 60, 160, arrival, departure, 10_000, 1, 1, 0, 0, null);
  }

  private static Instance instance(LoadNode grid, LoadSession... sessions) {
    return new Instance(
        "test",
        2,
        15,
        0,
        230,
        10,
        1,
        List.of(grid),
        List.of(
            new LoadConnector("c1", "grid", Rotation.RST, 3, 320),
            new LoadConnector("c2", "grid", Rotation.RST, 3, 320)),
        List.of(sessions),
        Tariff.free());
  }
}
