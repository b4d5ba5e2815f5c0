package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HabitsTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final ConnectorKey HERE = new ConnectorKey("CP1", 1);
  private static final ConnectorKey THERE = new ConnectorKey("CP2", 1);

  private final Habits habits = new Habits(100);

  @Test
  void nothingIsKnownAtFirst() {
    assertEquals(new Usual(Duration.ofHours(8), 20_000), usual(HERE, "TAG"));
    assertEquals(new Usual(Duration.ofHours(8), 20_000), usual(HERE, null));
  }

  @Test
  void aDriverIsKnownALittleAfterTwoTimesEverywhere() {
    stay(HERE, "Tag", 2, 8_000);
    assertEquals(20_000, usual(THERE, "TAG").energyWh());

    stay(HERE, "TAG", 4, 12_000);
    assertEquals(Duration.ofMinutes((2 * 3 + 4 * 8) * 60 / 6), usual(THERE, "tag").stay());
    assertEquals((2 * 10_000 + 4 * 20_000) / 6.0, usual(THERE, "tag").energyWh(), 1e-6);
  }

  @Test
  void theOftenerADriverWasSeenTheLessTheDefaultCounts() {
    double before = 20_000;
    for (int times = 2; times <= 36; times++) {
      stay(HERE, "TAG", 2, 8_000);
      if (times > 2) {
        double now = usual(THERE, "TAG").energyWh();
        assertTrue(now < before, times + " times");
        before = now;
      }
    }

    assertEquals(8_000 + 0.1 * 12_000, before, 400);
  }

  @Test
  void twoShortStaysOfACardThatManyUseDoNotStarveARunningCar() {
    // Given: two vans that were plugged in for half an hour and took next to nothing
    habits.learn(HERE, "FLEET", NOON, NOON.plusSeconds(1800), 800);
    habits.learn(THERE, "FLEET", NOON, NOON.plusSeconds(1900), 944);

    Usual usual = usual(HERE, "FLEET");

    assertTrue(usual.stay().compareTo(Duration.ofHours(5)) > 0, usual::toString);
    assertTrue(usual.energyWh() > 13_000, usual::toString);
  }

  @Test
  void aCarThatStillDrawsIsBelievedToWantAQuarterOfTheDefault() {
    for (int times = 0; times < 100; times++) {
      stay(HERE, "TAG", 1, 200);
    }
    Usual usual = usual(HERE, "TAG");
    assertTrue(usual.energyWh() < 1_000, usual::toString);

    assertEquals(5_000, usual.stillDrawing(0, SiteTerms.USUAL).energyWh());
    assertEquals(12_000, usual.stillDrawing(7_000, SiteTerms.USUAL).energyWh());
    assertEquals(usual.stay(), usual.stillDrawing(7_000, SiteTerms.USUAL).stay());
    Usual much = new Usual(Duration.ofHours(1), 40_000);
    assertEquals(much, much.stillDrawing(7_000, SiteTerms.USUAL), "that is what it takes anyway");
  }

  @Test
  void aConnectorIsKnownAfterFive() {
    for (int i = 0; i < 5; i++) {
      assertEquals(20_000, usual(HERE, "somebody").energyWh());
      stay(HERE, null, 1, 5_000);
    }

    assertEquals((5 * 5_000 + 4 * 20_000) / 9.0, usual(HERE, "somebody").energyWh(), 1e-6);
    assertEquals(Duration.ofSeconds((5 * 1 + 4 * 8) * 3600 / 9), usual(HERE, null).stay());
    assertEquals(20_000, usual(THERE, null).energyWh());
  }

  @Test
  void recentTimesCountMore() {
    for (int i = 0; i < 20; i++) {
      stay(HERE, "TAG", 1, 5_000);
    }
    for (int i = 0; i < 10; i++) {
      stay(HERE, "TAG", 5, 25_000);
    }

    assertEquals(25_000, usual(HERE, "TAG").energyWh(), 1_500);
  }

  @Test
  void aMinuteOrAMonthSaysNothing() {
    assertEquals(Map.of(), habits.learn(HERE, "TAG", NOON, NOON.plusSeconds(60), 10));
    assertEquals(Map.of(), habits.learn(HERE, "TAG", NOON, NOON.plus(Duration.ofDays(30)), 10));
    assertEquals(Map.of(), habits.learn(HERE, "TAG", NOON, NOON.minusSeconds(600), 10));
  }

  @Test
  void whoWasNotSeenForLongestIsForgotten() {
    Habits few = new Habits(4);
    for (String tag : new String[] {"a", "b", "a", "c", "d"}) {
      few.learn(HERE, tag, NOON, NOON.plusSeconds(3600), 100);
    }

    assertEquals(4, few.size());
    Usual ofA = few.usual(THERE, "a", SiteTerms.USUAL);
    assertEquals((2 * 100 + 4 * 20_000) / 6.0, ofA.energyWh(), 1e-6);
  }

  @Test
  void whatIsLearnedIsToBeStoredAndCanBeRemembered() {
    stay(HERE, "TAG", 2, 8_000);
    Map<String, Habit> learned =
        habits.learn(HERE, "TAG", NOON, NOON.plus(Duration.ofHours(2)), 8_000);
    assertEquals(Set.of("tag:tag", "connector:CP1-1"), learned.keySet());

    Habits later = new Habits(100);
    learned.forEach(later::remember);

    assertEquals(
        new Usual(Duration.ofHours(6), 16_000), later.usual(THERE, "TAG", SiteTerms.USUAL));
  }

  private void stay(ConnectorKey connector, @Nullable String tag, int hours, double energyWh) {
    habits.learn(connector, tag, NOON, NOON.plus(Duration.ofHours(hours)), energyWh);
  }

  private Usual usual(ConnectorKey connector, @Nullable String tag) {
    return habits.usual(connector, tag, SiteTerms.USUAL);
  }
}
