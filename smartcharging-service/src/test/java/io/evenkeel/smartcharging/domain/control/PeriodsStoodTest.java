package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a lost or unreadable answer to a schedule says of its length. */
class PeriodsStoodTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Instant after(Duration time) {
    return NOW.plus(time);
  }

  @Test
  void aLostAnswerHalvesForAnHour() {
    PeriodsStood lost = PeriodsStood.UNKNOWN.lost(10, NOW);

    assertEquals(5, lost.most());
    assertEquals(5, lost.toTry(after(HOUR).minusSeconds(1)));
    assertEquals(10, lost.toTry(after(HOUR)));
    assertEquals(5, lost.most(), "it may be tried, it is not believed");
  }

  @Test
  void whoeverTakesAsManyIsBelievedAgain() {
    PeriodsStood lost = PeriodsStood.UNKNOWN.lost(10, NOW);

    assertEquals(lost, lost.stood(5), "that was not in doubt");
    assertEquals(7, lost.stood(7).most());
    assertEquals(10, lost.stood(7).toTry(after(HOUR)), "and goes on from there");
    assertEquals(PeriodsStood.UNKNOWN, lost.stood(10));
  }

  @Test
  void whoeverLosesThemAgainIsTriedAfterADayAndAWeekAndThenNoMore() {
    PeriodsStood once = PeriodsStood.UNKNOWN.lost(10, NOW);
    PeriodsStood twice = once.lost(10, after(HOUR));
    assertEquals(5, twice.most());
    assertEquals(5, twice.toTry(after(Duration.ofHours(24))));
    Instant nextDay = after(Duration.ofHours(25));
    assertEquals(10, twice.toTry(nextDay));

    PeriodsStood thrice = twice.lost(10, nextDay);
    Instant nextWeek = nextDay.plus(Duration.ofDays(7));
    assertEquals(5, thrice.toTry(nextWeek.minusSeconds(1)));
    assertEquals(10, thrice.toTry(nextWeek));

    PeriodsStood convinced = thrice.lost(10, nextWeek);
    assertEquals(5, convinced.toTry(nextWeek.plus(Duration.ofDays(1000))));
    assertEquals(new PeriodsStood(5, null), convinced);
  }

  @Test
  void anAnswerThatNobodyCanReadIsNotTriedAgain() {
    PeriodsStood hung = PeriodsStood.UNKNOWN.hung(10);

    assertEquals(5, hung.toTry(after(Duration.ofDays(1000))));
    assertNull(PeriodsStood.UNKNOWN.lost(10, NOW).hung(10).doubt(), "nor what was lost before");
    assertEquals(
        2, PeriodsStood.UNKNOWN.lost(5, NOW).hung(10).most(), "what is lower stays in doubt");
  }

  @Test
  void whatIsCertainIsTheCeilingOfTrials() {
    PeriodsStood certain = PeriodsStood.UNKNOWN.hung(10).lost(5, NOW);

    assertEquals(2, certain.most());
    assertEquals(5, certain.toTry(after(HOUR)));
    assertEquals(5, certain.stood(5).most(), "and not what it was before");
  }

  @Test
  void onePeriodTeachesNothingAndIsTheLeast() {
    assertEquals(PeriodsStood.UNKNOWN, PeriodsStood.UNKNOWN.lost(1, NOW));
    assertEquals(PeriodsStood.UNKNOWN, PeriodsStood.UNKNOWN.hung(1));
    assertEquals(1, PeriodsStood.UNKNOWN.lost(2, NOW).lost(1, NOW).most());
    assertEquals(1, PeriodsStood.UNKNOWN.hung(3).most());
  }

  @Test
  void aNetworkThatIsAwayHalvesAgainAndAgainAndIsForgottenWithOneTrial() {
    PeriodsStood lost = PeriodsStood.UNKNOWN.lost(10, NOW).lost(5, NOW).lost(2, NOW);

    assertEquals(1, lost.most());
    assertEquals(PeriodsStood.UNKNOWN, lost.stood(lost.toTry(after(HOUR))));
  }
}
