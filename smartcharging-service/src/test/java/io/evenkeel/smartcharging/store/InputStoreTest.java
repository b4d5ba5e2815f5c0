package io.evenkeel.smartcharging.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.forecast.QuarterLoad;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.steering.Leadership;
import io.evenkeel.smartcharging.steering.SitePlanner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InputStoreTest {

  private static final String SITE = "stored-inputs";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Inject InputStore store;
  @Inject Leadership leadership;
  @Inject SitePlanner planner;

  @BeforeEach
  void aSite() {
    Await.until("this process plans", () -> leadership.epoch().isPresent());
    Node grid = new Node("grid", null, "GRID", PhaseLimits.even(1000));
    await(planner.put(new SiteDefinition(SITE, 230, List.of(grid), List.of())));
  }

  @Test
  void theLaterReadingOfAMeterStays() {
    MeterReading first = new MeterReading("a", now, 1, 2, 3);
    MeterReading later = new MeterReading("a", now.plusSeconds(1), 1.5, -2, 3);
    MeterReading other = new MeterReading("b", now, 7, 8, 9);

    await(store.readings(epoch(), SITE, List.of(later, other)));
    await(store.readings(epoch(), SITE, List.of(first)));

    assertEquals(Set.of(later, other), Set.copyOf(stored().readings));
  }

  @Test
  void loadsAreForgottenAfterTwoWeeks() {
    QuarterLoad recent = new QuarterLoad("a", quarter(Duration.ofDays(14)), 1, 2, 3);
    QuarterLoad old = new QuarterLoad("a", quarter(Duration.ofDays(16)), 1, 2, 3);
    QuarterLoad again = new QuarterLoad("a", recent.start(), 4, 5, 6);

    await(store.loads(epoch(), SITE, List.of(recent, old)));
    await(store.loads(epoch(), SITE, List.of(again)));

    assertEquals(List.of(again), stored().loads);
  }

  @Test
  void signalsOfEveryKindAndPricesAreReadAsTheyWereWritten() {
    Signal current = signal("c", new Signal.Bound.Current(new PhaseLimits(1, 2, 3)));
    Signal power = signal("p", new Signal.Bound.Power(4200));
    Signal share = signal("s", new Signal.Bound.Share(60));
    Prices prices = new Prices("SEK", List.of(new Prices.Step(now, -0.25)));
    for (Signal signal : List.of(current, power, share)) {
      await(store.signal(epoch(), SITE, signal));
    }
    await(store.prices(epoch(), SITE, prices));

    assertEquals(Set.of(current, power, share), Set.copyOf(stored().signals));
    assertEquals(prices, stored().prices);

    await(store.removeSignals(epoch(), SITE, List.of("c", "p", "nope")));
    assertEquals(List.of(share), stored().signals);
  }

  @Test
  void whoeverDoesNotPlanWritesNothing() {
    assertThrows(
        LostLeadership.class, () -> await(store.prices(epoch() - 1, "stored-inputs", Prices.NONE)));
    await(planner.delete(SITE));
    assertNull(await(store.load()).get(SITE));
  }

  private Inputs stored() {
    Map<String, Inputs> all = await(store.load());
    Inputs inputs = all.get(SITE);
    return inputs == null ? new Inputs() : inputs;
  }

  private Signal signal(String id, Signal.Bound bound) {
    return new Signal(id, "grid", bound, now, now.plusSeconds(60));
  }

  private Instant quarter(Duration ago) {
    long seconds = now.minus(ago).getEpochSecond();
    return Instant.ofEpochSecond(seconds - seconds % QuarterLoad.SECONDS + QuarterLoad.SECONDS);
  }

  private long epoch() {
    return leadership.epoch().orElseThrow();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(10));
  }
}
