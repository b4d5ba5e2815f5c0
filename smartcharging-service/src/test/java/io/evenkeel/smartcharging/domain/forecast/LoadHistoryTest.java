package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final LoadHistory history = new LoadHistory("m");

  @Test
  void aQuarterIsTheMeanOfItsReadingsAndIsTold() {
    assertEquals(List.of(), history.add(NOON.plusSeconds(1), new double[] {10, 20, -4}));
    assertEquals(List.of(), history.add(NOON.plusSeconds(899), new double[] {20, 40, 0}));

    assertEquals(
        List.of(new QuarterLoad("m", NOON, 15, 30, -2)),
        history.add(NOON.plusSeconds(900), new double[] {0, 0, 0}));
    assertEquals(15, expected(NOON.plus(Duration.ofDays(1))));
  }

  @Test
  void recentDaysCountMore() {
    remember(1, 40);
    remember(2, 10);

    double expected = expected(NOON);

    assertEquals((40 + 0.8 * 10) / 1.8, expected, 1e-9);
  }

  @Test
  void theSameDayOfTheWeekCountsMost() {
    for (int day = 1; day <= 6; day++) {
      remember(day, 10);
    }
    remember(7, 100);

    assertEquals(30, expected(NOON), 5);
  }

  @Test
  void ofAnotherTimeOfDayNothingIsKnown() {
    remember(1, 40);

    assertNull(history.expected(NOON.plusSeconds(900)));
    assertNull(history.expected(NOON.minus(Duration.ofDays(1))));
  }

  @Test
  void whatIsOlderThanTwoWeeksIsForgotten() {
    remember(14, 40);
    assertEquals(40, expected(NOON));

    history.remember(new QuarterLoad("m", NOON.plusSeconds(900), 1, 1, 1));

    assertNull(history.expected(NOON));
  }

  private void remember(int daysAgo, double amperes) {
    Instant start = NOON.minus(Duration.ofDays(daysAgo));
    history.remember(new QuarterLoad("m", start, amperes, amperes, amperes));
  }

  private double expected(Instant at) {
    return Objects.requireNonNull(history.expected(at))[0];
  }
}
