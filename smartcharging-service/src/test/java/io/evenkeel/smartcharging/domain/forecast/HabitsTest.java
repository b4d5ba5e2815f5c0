package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.domain.forecast.Habits.Usual;
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
  void aDriverIsKnownAfterTwoTimesEverywhere() {
    stay(HERE, "Tag", 2, 8_000);
    assertEquals(20_000, usual(THERE, "TAG").energyWh());

    stay(HERE, "TAG", 4, 12_000);
    assertEquals(new Usual(Duration.ofHours(3), 10_000), usual(THERE, "tag"));
  }

  @Test
  void aConnectorIsKnownAfterFive() {
    for (int i = 0; i < 5; i++) {
      assertEquals(20_000, usual(HERE, "somebody").energyWh());
      stay(HERE, null, 1, 5_000);
    }

    assertEquals(new Usual(Duration.ofHours(1), 5_000), usual(HERE, "somebody"));
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

    assertEquals(25_000, usual(HERE, "TAG").energyWh(), 1_000);
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
    assertEquals(100, ofA.energyWh());
  }

  @Test
  void whatIsLearnedIsToBeStoredAndCanBeRemembered() {
    stay(HERE, "TAG", 2, 8_000);
    Map<String, Habit> learned =
        habits.learn(HERE, "TAG", NOON, NOON.plus(Duration.ofHours(2)), 8_000);
    assertEquals(Set.of("tag:tag", "connector:CP1-1"), learned.keySet());

    Habits later = new Habits(100);
    learned.forEach(later::remember);

    assertEquals(new Usual(Duration.ofHours(2), 8_000), later.usual(THERE, "TAG", SiteTerms.USUAL));
  }

  private void stay(ConnectorKey connector, @Nullable String tag, int hours, double energyWh) {
    habits.learn(connector, tag, NOON, NOON.plus(Duration.ofHours(hours)), energyWh);
  }

  private Usual usual(ConnectorKey connector, @Nullable String tag) {
    return habits.usual(connector, tag, SiteTerms.USUAL);
  }
}
