package io.evenkeel.smartcharging.domain.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three cars fit; who charges when, if shares go on alone. */
class FairSharesTest {

  /** Three minimums of 6 A, and no fourth. */
  private static final int THREE_FIT = 20;

  private static final int TWO_HOURS = 8;

  @Test
  void threeOfFiveThatFitChargeInTurns() {
    // Given: two are in the middle of their turns, one turn is nearly over, two wait
    Instant now = Sites.START.plusSeconds(300);
    Sites sites = Sites.with(THREE_FIT).at(now);
    car(sites.onUntil(now.plusSeconds(30)), 6);
    car(sites.onUntil(now.plusSeconds(400)), 6);
    car(sites.onUntil(now.plusSeconds(800)), 6);
    car(sites.onUntil(null), 0);
    car(sites, 0);

    // When
    List<Draft> drafts = expected(sites.site(), true);

    // Then: three at a time, and in two hours about three fifths of the time for everybody
    for (int slot = 0; slot < TWO_HOURS; slot++) {
      assertEquals(3, on(drafts, slot), text(drafts));
    }
    for (Draft draft : drafts) {
      long slots = Arrays.stream(draft.levels, 0, TWO_HOURS).filter(level -> level > 0).count();
      assertTrue(slots >= 4 && slots <= 6, text(drafts));
    }
  }

  @Test
  void aTurnEndsWhenItReallyDoesAndWhoWaitsComesFirst() {
    // Given: the first turn ends in this slot, the two others in the next one
    Sites sites = Sites.with(THREE_FIT);
    car(sites.onUntil(Sites.START.plusSeconds(880)), 6);
    car(sites.onUntil(Sites.START.plusSeconds(1000)), 6);
    car(sites, 6);
    car(sites.onUntil(null), 0);

    List<Draft> drafts = expected(sites.site(), true);

    assertEquals(0, drafts.get(0).levels[1], text(drafts));
    assertTrue(drafts.get(3).levels[1] > 0, text(drafts));
    assertTrue(drafts.get(1).levels[1] > 0, "its turn reaches into that slot: " + text(drafts));
    assertTrue(drafts.get(2).levels[1] > 0, "its turn reaches into that slot: " + text(drafts));
    assertTrue(drafts.get(0).levels[2] > 0, "has waited for a turn: " + text(drafts));
  }

  @Test
  void whoHasBeenOnLongestGoesFirstWhateverItsPlace() {
    // Given: all turns are over, that of the last one for longest
    Sites sites = Sites.with(THREE_FIT);
    car(sites.onUntil(Sites.START.minusSeconds(60)), 6);
    car(sites.onUntil(Sites.START.minusSeconds(120)), 6);
    car(sites.onUntil(Sites.START.minusSeconds(180)), 6);
    car(sites.onUntil(null), 0);

    List<Draft> drafts = expected(sites.site(), false);

    assertEquals(0, drafts.get(2).levels[0], text(drafts));
    assertTrue(drafts.get(3).levels[0] > 0, text(drafts));
    assertEquals(0, drafts.get(1).levels[1], text(drafts));
  }

  private static void car(Sites sites, int present) {
    sites.car(null, null, present, ConnectorTerms.USUAL);
  }

  private static List<Draft> expected(LiveSite site, boolean goingOn) {
    LiveGrid grid = new LiveGrid(site);
    List<Draft> drafts = new ArrayList<>();
    for (LiveSession session : site.sessions()) {
      drafts.add(new Draft(session, Sites.SLOTS, grid.cells(session), new int[Sites.SLOTS]));
    }
    FairShares.expect(site, grid, drafts, goingOn);
    return drafts;
  }

  private static long on(List<Draft> drafts, int slot) {
    return drafts.stream().filter(draft -> draft.levels[slot] > 0).count();
  }

  private static String text(List<Draft> drafts) {
    return IntStream.range(0, drafts.size())
        .mapToObj(i -> i + ": " + Arrays.toString(drafts.get(i).levels))
        .toList()
        .toString();
  }
}
