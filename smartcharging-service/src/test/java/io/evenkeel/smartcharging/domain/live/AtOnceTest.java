package io.evenkeel.smartcharging.domain.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What money does not decide is shared equally. */
class AtOnceTest {

  private static final int CHEAP = 8;

  @Test
  void inCheapHoursEverybodyChargesAlikeAlsoWhoHasJustCome() {
    // Given: six that charge, one that has just come, well into the quarter
    Instant now = Sites.START.plusSeconds(660);
    Sites sites = Sites.with(63).prices(cheapAtFirst()).at(now).onUntil(now.plusSeconds(880));
    for (int i = 0; i < 6; i++) {
      sites.car(4, 8_000.0, 10, ConnectorTerms.USUAL);
    }
    SitePlan plan = Foresight.plan(sites.onUntil(null).car(4, 8_000.0).site(), null);

    for (Promise promise : plan.promises()) {
      assertEquals(90, plan.levels(promise)[0], plan.promises().toString());
      assertEquals(0, promise.shortfallWh());
    }
  }

  @Test
  void whoWantsMoreGetsAnEvenLevelAndTheOthersShareTheRest() {
    // Given: 40 A are 10 A for each; one needs 15 A while it is cheap
    Sites sites = Sites.with(40).prices(cheapAtFirst()).car(2, 20_000.0);
    for (int i = 0; i < 3; i++) {
      sites.car(4, 11_500.0);
    }
    SitePlan plan = Foresight.plan(sites.site(), null);

    assertEquals(145, plan.levels(plan.promises().getFirst())[0], 1, plan.promises().toString());
    for (Promise promise : plan.promises()) {
      assertEquals(0, promise.shortfallWh());
      assertTrue(plan.levels(promise)[0] >= 80, plan.promises().toString());
    }
  }

  @Test
  void nobodyPaysMoreForThat() {
    // Given: the cheap hours carry just what is wanted
    SitePlan plan =
        Foresight.plan(
            Sites.with(16).prices(cheapAtFirst()).car(4, 16_000.0).car(2, 5_000.0).site(), null);

    for (Promise promise : plan.promises()) {
      assertEquals(0, promise.shortfallWh(), 60, plan.promises().toString());
      int dear = Arrays.stream(plan.levels(promise), CHEAP, Sites.SLOTS).sum();
      assertEquals(0, dear, plan.promises().toString());
    }
    assertTrue(plan.levels(plan.promises().getLast())[0] >= 60, plan.promises().toString());
  }

  private static double[] cheapAtFirst() {
    double[] prices = new double[Sites.SLOTS];
    Arrays.fill(prices, 0.4);
    Arrays.fill(prices, 0, CHEAP, 0.2);
    return prices;
  }
}
