package io.evenkeel.smartcharging.domain.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate, slot by slot: a node of 32 A by day and 16 A from the fourth slot on. */
class GateOverTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant EVENING = NOW.plus(Duration.ofHours(1));
  private static final Instant END = NOW.plus(Duration.ofHours(2));

  private final SiteTree tree =
      SiteTree.of(
          new SiteDefinition(
              "site",
              230,
              List.of(new Node("grid", null, "GRID", PhaseLimits.even(320))),
              List.of(connector("a"), connector("b"))));
  private final Outlook outlook = outlook();
  private final Exposure timed =
      Exposure.unmanaged(320).accepted(new Change.OfDefault(0)).timed(true);

  private Outlook outlook() {
    int[][] limits = new int[tree.cells()][8];
    for (int[] row : limits) {
      Arrays.fill(row, 0, 4, 320);
      Arrays.fill(row, 4, 8, 160);
    }
    int[] after = new int[tree.cells()];
    Arrays.fill(after, 160);
    return Outlook.of(
        tree, NOW, Duration.ofMinutes(15), limits, new double[tree.cells()][8], after);
  }

  private WorstCase now(Exposure... exposures) {
    Grid grid = Grid.of(outlook);
    return WorstCase.of(tree, outlook, NOW, i -> exposures[i].load(grid));
  }

  private static Change day(int limit, int evening) {
    return new Change.OfTransaction(
        7,
        Course.of(
            List.of(new Course.Step(Instant.MIN, limit), new Course.Step(EVENING, evening)), END));
  }

  @Test
  void aLimitThatFallsInTheEveningMustFallBeforeIt() {
    WorstCase now = now(timed, timed);

    assertTrue(SafetyGate.STRICT.permits(now, 0, timed, day(320, 160)));
    assertFalse(SafetyGate.STRICT.permits(now, 0, timed, day(320, 161)));
    assertFalse(
        SafetyGate.STRICT.permits(now, 0, timed, new Change.OfTransaction(7, 320)),
        "it would go on after the evening");
  }

  @Test
  void whoHasNotShownThatItKeepsTimeCountsAtItsHighestForAllTime() {
    Exposure unproven = timed.timed(false);
    WorstCase now = now(unproven, timed);

    assertFalse(SafetyGate.STRICT.permits(now, 0, unproven, day(320, 160)));
    assertTrue(SafetyGate.STRICT.permits(now, 0, unproven, day(160, 100)));
  }

  @Test
  void twoMayTakeTurns() {
    Exposure first = timed.accepted(day(320, 0));
    WorstCase now = now(first, timed);

    assertTrue(SafetyGate.STRICT.permits(now, 1, timed, day(0, 160)));
    assertFalse(SafetyGate.STRICT.permits(now, 1, timed, day(60, 100)));
  }

  @Test
  void theDefaultCountsAlsoAfterTheSchedulesEnd() {
    Exposure lent = timed.accepted(new Change.OfDefault(60)).accepted(day(0, 0));
    WorstCase now = now(lent, timed);

    assertEquals(60, now.load(0, 8), "after the horizon");
    assertTrue(SafetyGate.STRICT.permits(now, 1, timed, new Change.OfDefault(100)));
    assertFalse(SafetyGate.STRICT.permits(now, 1, timed, new Change.OfDefault(101)));
  }

  @Test
  void whoDrawsAgainstWhatItHoldsCountsAtThat() {
    Exposure disobeys = timed.accepted(day(60, 60)).drawing(200);

    assertEquals(200, disobeys.worst(NOW));
    assertFalse(SafetyGate.STRICT.permits(now(disobeys, timed), 1, timed, day(121, 0)));
  }

  private static Connector connector(String name) {
    return new Connector(name, new ConnectorKey(name, 1), "grid", Rotation.RST, 3, 320);
  }
}
