package io.evenkeel.smartcharging.domain.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.planning.Figures;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The figures of a site's plan are those of what is followed. */
class RestatedTest {

  @Test
  void figuresAreThoseOfThePromises() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Sites sites =
          Sites.with(10 + random.nextInt(40))
              .at(Sites.START.plusSeconds(random.nextInt(900)))
              .prices(random.doubles(Sites.SLOTS, 0.1, 0.4).toArray());
      for (int i = 0; i <= random.nextInt(6); i++) {
        sites.car(1 + random.nextInt(4), 1000.0 + random.nextInt(20_000));
      }
      SitePlan plan = Foresight.plan(sites.site(), null);

      Figures figures = assertNotNullFigures(plan);
      assertEquals(
          plan.promises().stream().mapToDouble(Promise::shortfallWh).sum(),
          figures.shortfallWh(),
          0.01);
      double cost = 0;
      for (Promise promise : plan.promises()) {
        for (int slot = 0; slot < Sites.SLOTS; slot++) {
          double kilowatts = plan.levels(promise)[slot] / 10.0 * 3 * 230 / 1000;
          cost += kilowatts / 4 * plan.site().tariff().price(slot);
        }
      }
      // what is given for a whole slot may be more than is wanted
      assertTrue(figures.cost() <= cost + 1e-6, "seed " + seed);
      assertTrue(figures.cost() >= figures.costBound() - 1e-3, "seed " + seed);
      assertTrue(figures.lowerBoundShortfallWh() <= figures.shortfallWh() + 1, "seed " + seed);
    }
  }

  private static Figures assertNotNullFigures(SitePlan plan) {
    assertNotNull(plan.figures());
    return plan.figures();
  }
}
