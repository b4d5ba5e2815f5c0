package io.evenkeel.smartcharging.domain.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.problem.Period;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much the site draws when is planned; who draws it is shared out. */
class EveningTest {

  /** An hour. */
  private static final int HOUR = 4;

  @Test
  void cheapHoursAreSharedInsteadOfTakenInTurns() {
    // Given: two hours are cheap, and carry all that is wanted
    SitePlan plan =
        plan(Sites.with(32).prices(cheapFor(2 * HOUR)).car(4, 15_000.0).car(4, 15_000.0));

    assertEquals(160, level(plan, 0, 0));
    assertEquals(160, level(plan, 1, 0));
    plan.promises().forEach(each -> assertEquals(0, each.shortfallWh(), each.toString()));
  }

  @Test
  void whoHasToGoSoonerGetsMoreThanTheOthers() {
    // Given: 32 A; the first needs 20 A for an hour, the others have time
    SitePlan plan =
        plan(
            Sites.with(32)
                .prices(cheapFor(4 * HOUR - 1))
                .car(1, 13_800.0)
                .car(4, 10_000.0)
                .car(4, 10_000.0));

    assertTrue(level(plan, 0, 0) >= 190, plan.promises().toString());
    plan.promises().forEach(each -> assertEquals(0, each.shortfallWh(), 60, each.toString()));
  }

  @Test
  void nobodyChargesInDearHoursWhoWasNotPlannedTo() {
    double[] prices = new double[Sites.SLOTS];
    Arrays.fill(prices, 0.4);
    Arrays.fill(prices, 2 * HOUR, 3 * HOUR, 0.1);
    // the first goes before it is cheap
    SitePlan plan = plan(Sites.with(40).prices(prices).car(1, 5_000.0).car(4, 10_000.0));

    for (int slot = 0; slot < 2 * HOUR; slot++) {
      assertEquals(0, level(plan, 1, slot), plan.promises().toString());
    }
    plan.promises().forEach(each -> assertEquals(0, each.shortfallWh(), 60, each.toString()));
  }

  @Test
  void whatIsGuaranteedComesAsPlanned() {
    ConnectorTerms first = new ConnectorTerms(1, 0, 1, 8_000);
    SitePlan plan =
        plan(
            Sites.with(20)
                .prices(cheapFor(3 * HOUR))
                .car(4, 8_000.0)
                .car(4, 8_000.0, 0, first)
                .car(4, 8_000.0));

    assertTrue(level(plan, 1, 0) >= 190, plan.promises().toString());
  }

  @Test
  void nobodyIsWorseOffAndTheSiteDrawsTheSameAtAnyTime() {
    int evened = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Sites sites =
          Sites.with(10 + random.nextInt(60))
              .from(random.nextInt(Sites.SLOTS), 12)
              .prices(hourly(random));
      for (int i = 0; i <= random.nextInt(8); i++) {
        sites.car(1 + random.nextInt(4), 1000.0 + random.nextInt(30_000));
      }
      LiveSite site = sites.site();
      LiveGrid grid = new LiveGrid(site);
      List<Draft> drafts = planned(site, grid);
      double[] energy = drafts.stream().mapToDouble(draft -> energy(site, draft)).toArray();
      int[] drawn = drawn(grid);
      int[][] levels = drafts.stream().map(draft -> draft.levels.clone()).toArray(int[][]::new);

      Evening.out(site, grid, drafts);

      for (int i = 0; i < energy.length; i++) {
        Draft draft = drafts.get(i);
        double rounded = Sites.SLOTS * draft.wattsPerTenth(site) / HOUR;
        assertTrue(energy(site, draft) >= energy[i] - rounded, "seed " + seed + ", " + i);
        assertTrue(draft.periods().size() <= draft.session.maxPeriods());
        evened += Arrays.equals(levels[i], draft.levels) ? 0 : 1;
      }
      assertArrayEquals(drawn, drawn(grid), "seed " + seed);
    }
    assertTrue(evened > 100, "it does something, for " + evened);
  }

  /** As the planner says. */
  private static List<Draft> planned(LiveSite site, LiveGrid grid) {
    Map<String, List<Period>> schedules =
        Planner.plan(ProblemWriter.write(site)).plan().schedules();
    List<Draft> drafts = new ArrayList<>();
    for (LiveSession session : site.sessions()) {
      int departure = SitePlan.departureSlot(site, Need.of(session, site.at()).departure());
      String id = site.tree().connector(session.connector()).id();
      int[] levels = Levels.of(schedules.getOrDefault(id, List.of()), departure, Sites.SLOTS);
      drafts.add(new Draft(session, departure, grid.cells(session), levels));
    }
    drafts.forEach(draft -> draft.enter(grid));
    return drafts;
  }

  private static double energy(LiveSite site, Draft draft) {
    return Forecast.of(site, draft, Need.of(draft.session, site.at())).energyWh();
  }

  private static int[] drawn(LiveGrid grid) {
    int[] drawn = new int[Sites.SLOTS];
    Arrays.setAll(drawn, slot -> grid.load(0, slot));
    return drawn;
  }

  private static double[] hourly(Random random) {
    double[] hours = random.doubles(Sites.SLOTS / HOUR, 0.1, 0.4).toArray();
    double[] prices = new double[Sites.SLOTS];
    Arrays.setAll(prices, slot -> hours[slot / HOUR]);
    return prices;
  }

  private static double[] cheapFor(int slots) {
    double[] prices = new double[Sites.SLOTS];
    Arrays.fill(prices, 0.4);
    Arrays.fill(prices, 0, slots, 0.2);
    return prices;
  }

  private static int level(SitePlan plan, int promise, int slot) {
    return plan.levels(plan.promises().get(promise))[slot];
  }

  private static SitePlan plan(Sites sites) {
    return Foresight.plan(sites.site(), null);
  }
}
