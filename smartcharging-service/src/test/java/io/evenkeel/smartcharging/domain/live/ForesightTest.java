package io.evenkeel.smartcharging.domain.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.live.Strategy.Kind;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForesightTest {

  @Test
  void withoutAnyWordAndWithLikeHoursThereIsNothingToPlan() {
    SitePlan plan = plan(Sites.with(40).car(null, null, 20, ConnectorTerms.USUAL).site());

    assertEquals(Kind.FAIR, plan.strategy().kind());
    assertNull(plan.figures());
    assertEquals(200, level(plan, 0, 0), "as it is");
    assertEquals(320, level(plan, 0, 1), "as it could be");
  }

  @Test
  void whatDriversSayIsNoReasonToPlanWhileAnEqualShareIsEnough() {
    // Given: 16 A each for two are 11 kW
    SitePlan plan =
        plan(
            Sites.with(32)
                .car(4, 15_000.0, 16, ConnectorTerms.USUAL)
                .car(null, null, 16, ConnectorTerms.USUAL)
                .site());

    assertEquals(Kind.FAIR, plan.strategy().kind());
    Promise stated = plan.promises().getFirst();
    assertEquals(0, stated.shortfallWh(), 1);
    assertEquals(15_000 / 11_040.0 * 60, minutes(stated), 1);
    assertEquals(160, level(plan, 1, 2), "and the other one goes on");
  }

  @Test
  void whenSomebodyIsDoneTheOthersAreExpectedToGetMore() {
    SitePlan plan =
        plan(
            Sites.with(32)
                .car(4, 2_000.0, 16, ConnectorTerms.USUAL)
                .car(4, 30_000.0, 16, ConnectorTerms.USUAL)
                .site());

    assertEquals(Kind.FAIR, plan.strategy().kind());
    assertEquals(320, level(plan, 1, 2), plan.promises().toString());
  }

  @Test
  void aLimitThatFallsIsNoReasonToPlanWhileWhatIsLeftIsEnough() {
    SitePlan plan =
        plan(Sites.with(32).from(4, 10).car(4, 15_000.0, 32, ConnectorTerms.USUAL).site());

    assertEquals(Kind.FAIR, plan.strategy().kind());
    assertEquals(320, level(plan, 0, 2));
  }

  private static long minutes(Promise promise) {
    return Duration.between(Sites.START, promise.completesAt()).toMinutes();
  }

  @Test
  void whoWouldBeLeftShortIsAssuredAnEvenLevelAndTheOthersShareTheRest() {
    // Given: 10 A each for four; one goes in two hours and needs 20 A for that
    SitePlan plan =
        plan(
            Sites.with(40)
                .car(2, 27_600.0, 10, ConnectorTerms.USUAL)
                .car(null, null, 10, ConnectorTerms.USUAL)
                .car(null, null, 10, ConnectorTerms.USUAL)
                .car(null, null, 10, ConnectorTerms.USUAL)
                .site());

    assertEquals(Kind.ASSURED, plan.strategy().kind());
    assertEquals(Set.of(0), plan.steered());
    assertEquals(200, level(plan, 0, 0), 2, "and what is too little for three");
    assertEquals(level(plan, 0, 0), level(plan, 0, 7), "even");
    assertEquals(66, level(plan, 1, 0));
    assertEquals(66, level(plan, 3, 7));
    assertEquals(0, plan.promises().getFirst().shortfallWh());
  }

  @Test
  void whoGoesSoonComesFirst() {
    // Given: 16 A for two; the first goes in an hour and needs nearly all of it
    SitePlan plan = plan(Sites.with(16).car(1, 10_000.0).car(4, 15_000.0).site());

    // Then
    assertEquals(Kind.ASSURED, plan.strategy().kind());
    assertEquals(0, plan.promises().get(0).shortfallWh(), 300);
    assertEquals(0, plan.promises().get(1).shortfallWh(), 300);
    assertTrue(level(plan, 0, 0) >= 140, "the first has the site: " + plan.promises());
    assertInstanceOf(Because.Waiting.class, plan.promises().get(1).because());
  }

  @Test
  void whereEvenLevelsAreNotEnoughItIsPlanned() {
    // Given: 10 A, and one after the other they would be in time
    SitePlan plan = plan(Sites.with(10).car(1, 6_000.0).car(2, 6_000.0).car(3, 6_000.0).site());

    assertEquals(Kind.PLANNED, plan.strategy().kind());
    assertEquals(Set.of(0, 1, 2), plan.steered());
    plan.promises().forEach(each -> assertEquals(0, each.shortfallWh(), each.toString()));
  }

  @Test
  void cheapHoursAreWaitedForAndThatIsTheReason() {
    double[] prices = new double[Sites.SLOTS];
    Arrays.fill(prices, 0.4);
    Arrays.fill(prices, 8, Sites.SLOTS, 0.1);
    SitePlan plan = plan(Sites.with(40).prices(prices).car(4, 10_000.0).site());

    assertEquals(0, level(plan, 0, 0));
    assertTrue(level(plan, 0, 8) > 0, "it charges when it is cheap");
    Because.Price why = assertInstanceOf(Because.Price.class, plan.promises().getFirst().because());
    assertEquals(0.1, why.price());
    assertTrue(!why.at().isBefore(Sites.START.plus(Duration.ofHours(2))), why.toString());
  }

  @Test
  void whoBeganLatelyStaysOnForTheRestOfItsTurnAndIsNotSwitchedOffForAPrice() {
    // Given: it is dear now, and the car began to charge ten minutes ago; turns are fifteen
    double[] prices = new double[Sites.SLOTS];
    Arrays.fill(prices, 0.4);
    Arrays.fill(prices, 8, Sites.SLOTS, 0.1);
    Sites dear = Sites.with(40).at(Sites.START.plusSeconds(720)).prices(prices);

    // When
    SitePlan plan =
        plan(
            dear.onUntil(Sites.START.plusSeconds(1020))
                .car(4, 10_000.0, 32, ConnectorTerms.USUAL)
                .onUntil(Sites.START.plusSeconds(720))
                .car(4, 10_000.0, 32, ConnectorTerms.USUAL)
                .site());

    // Then: the turn reaches into the second slot
    assertEquals(60, level(plan, 0, 0));
    assertEquals(60, level(plan, 0, 1));
    assertEquals(0, level(plan, 0, 2));
    assertEquals(0, level(plan, 1, 0), "its turn is over");
  }

  @Test
  void aTurnIsKeptWhereAnotherComesFirst() {
    // Given: the grid connection carries one car, and the second one is more urgent
    Sites sites =
        Sites.with(10)
            .onUntil(Sites.START.plusSeconds(600))
            .car(4, 5_000.0, 10, ConnectorTerms.USUAL)
            .onUntil(null)
            .car(1, 20_000.0);

    SitePlan plan = plan(sites.site());

    assertTrue(level(plan, 0, 0) >= 60, "still in its turn: " + plan.promises());
    assertEquals(0, level(plan, 1, 0));
    assertTrue(level(plan, 1, 1) >= 60, "then the other has it: " + plan.promises());
  }

  @Test
  void whoAsksWhatIfIsToldWhatWouldBeDone() {
    // Given: it has 20 A, and would have 10
    SitePlan plan = Foresight.ask(Sites.with(10).car(4, 1000.0, 20, ConnectorTerms.USUAL).site());

    assertEquals(Kind.FAIR, plan.strategy().kind());
    assertEquals(100, level(plan, 0, 0));
  }

  @Test
  void whatCannotBeIsSaidWithATimeThatIsHonest() {
    // Given: an hour at 10 A on three phases is 6.9 kWh
    SitePlan plan = plan(Sites.with(10).car(1, 10_000.0).site());

    Promise promise = plan.promises().getFirst();
    assertEquals(3100, promise.shortfallWh(), 1);
    assertNull(promise.completesAt());
    assertNotNull(promise.notBefore());
    assertTrue(promise.notBefore().isAfter(promise.departure()), promise.toString());
    assertInstanceOf(Because.NodeFull.class, promise.because());
  }

  @Test
  void onlyWhatIsLeftOfTheCurrentSlotCounts() {
    Sites late = Sites.with(10).at(Sites.START.plusSeconds(600)).car(1, 10_000.0);

    Promise promise = plan(late.site()).promises().getFirst();

    assertEquals(6900 * 50 / 60.0, promise.forecastWh(), 1);
  }

  @Test
  void whatTheCurrentSlotCannotGiveAnyMoreComesLater() {
    // Given: ten minutes of the slot are over, at half of what is planned now
    Sites late =
        Sites.with(16)
            .at(Sites.START.plusSeconds(600))
            .car(2, 15_000.0, 8, ConnectorTerms.USUAL)
            .car(4, 20_000.0, 8, ConnectorTerms.USUAL);

    for (Promise promise : plan(late.site()).promises()) {
      assertEquals(0, promise.shortfallWh(), 60, promise.toString());
    }
  }

  @Test
  void aTrifleChangesNothing() {
    SitePlan before = plan(Sites.with(40).car(4, 20_000.0).car(4, 20_000.0).site());

    SitePlan after =
        Foresight.plan(Sites.with(40).from(1, 40).car(4, 20_010.0).car(4, 19_990.0).site(), before);

    for (int i = 0; i < 2; i++) {
      assertEquals(before.promises().get(i).periods(), after.promises().get(i).periods());
    }
  }

  @Test
  void whatIsFinishedByHandStillFitsEverywhereAndInEveryCharger() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Sites sites = Sites.with(10 + random.nextInt(60)).from(random.nextInt(Sites.SLOTS), 12);
      for (int i = 0; i <= random.nextInt(8); i++) {
        sites.car(1 + random.nextInt(6), 1000.0 + random.nextInt(30_000));
      }
      SitePlan first = plan(sites.site());
      check(seed, first);
      check(seed, Foresight.plan(sites.at(Sites.START.plusSeconds(400)).site(), first));
    }
  }

  @Test
  void whatIsMadeUpForSetsNoPhasesTooFarApart() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Sites sites =
          Sites.with(40)
              .maxImbalance(10)
              .at(Sites.START.plusSeconds(random.nextInt(900)))
              .prices(random.doubles(Sites.SLOTS, 0.1, 0.4).toArray());
      for (int i = 0; i < 6; i++) {
        sites
            .phases(1 + random.nextInt(3))
            .car(1 + random.nextInt(4), 1000.0 + random.nextInt(9_000));
      }
      int[][] planned = plan(sites.site()).planned();
      for (int slot = 0; slot < Sites.SLOTS; slot++) {
        int most = Math.max(planned[0][slot], Math.max(planned[1][slot], planned[2][slot]));
        int least = Math.min(planned[0][slot], Math.min(planned[1][slot], planned[2][slot]));
        assertTrue(most - least <= 100, "seed " + seed + ", slot " + slot);
      }
    }
  }

  private static void check(int seed, SitePlan plan) {
    int[][] capacity = plan.site().outlook().capacity();
    for (int slot = 0; slot < Sites.SLOTS; slot++) {
      int sum = 0;
      for (Promise promise : plan.promises()) {
        int level = plan.levels(promise)[slot];
        assertTrue(
            level == 0 || (level >= 60 && level <= 320), "seed " + seed + ": level " + level);
        sum += level;
      }
      assertTrue(sum <= capacity[0][slot], "seed %d, slot %d: %d A/10".formatted(seed, slot, sum));
      assertEquals(sum, plan.planned()[2][slot], "seed " + seed);
    }
    for (Promise promise : plan.promises()) {
      assertTrue(
          !plan.steered().contains(promise.connector()) || promise.periods().size() <= 10,
          "seed " + seed + ": " + promise.periods());
    }
  }

  private static int level(SitePlan plan, int promise, int slot) {
    return plan.levels(plan.promises().get(promise))[slot];
  }

  private static SitePlan plan(LiveSite site) {
    return Foresight.plan(site, null);
  }
}
