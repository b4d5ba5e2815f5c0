package io.evenkeel.smartcharging.domain.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waiting and being served are worth, and when that changes. */
class RankTest {

  private static final Duration TURN = Duration.ofMinutes(15);
  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void aTurnIsKeptUntilItIsOver() {
    assertTrue(Rank.of(true, START, TURN, START.plusSeconds(899)).inTurn());
    assertEquals(START.plusSeconds(900), Rank.changesAt(true, START, TURN, START.plusSeconds(899)));

    assertEquals(1.5, Rank.of(true, START, TURN, START.plusSeconds(900)).priority());
    assertNull(Rank.changesAt(true, START, TURN, START.plusSeconds(900)));
  }

  @Test
  void ofThoseWhoseTurnIsOverWhoHasBeenOnLongestComesLast() {
    Instant now = START.plusSeconds(3600);
    Rank longest = Rank.of(true, START, TURN, now);
    Rank lately = Rank.of(true, START.plusSeconds(900), TURN, now);
    Rank waiting = Rank.of(false, now, TURN, now);

    assertEquals(longest.priority(), lately.priority());
    assertTrue(lately.waitingSince() < longest.waitingSince());
    assertTrue(waiting.waitingSince() < lately.waitingSince());
  }

  @Test
  void waitingATurnIsWorthFourTimesAsMuch() {
    assertEquals(1, Rank.of(false, START, TURN, START).priority());
    assertEquals(4, Rank.of(false, START, TURN, START.plusSeconds(900)).priority(), 1e-9);
    assertEquals(8, Rank.of(1, 2, false, START, TURN, START.plusSeconds(900)).priority(), 1e-9);
  }

  @Test
  void waitingDoesNotOutgrowWhatCanBeSummed() {
    Rank hours = Rank.of(false, START, TURN, START.plus(Duration.ofHours(3)));
    Rank weeks = Rank.of(false, START, TURN, START.plus(Duration.ofDays(30)));

    assertEquals(hours, weeks);
    assertNull(Rank.changesAt(false, START, TURN, START.plus(Duration.ofDays(30))));
  }

  @Test
  void aRankChangesExactlyWhenItSaysSo() {
    for (int step = 0; step < 40; step++) {
      Instant now = START.plus(TURN.multipliedBy(step).dividedBy(4));
      @Nullable Instant next = Rank.changesAt(false, START, TURN, now);
      if (next == null) {
        throw new AssertionError("no change after " + now);
      }
      Rank before = Rank.of(false, START, TURN, now);

      assertEquals(before, Rank.of(false, START, TURN, next.minusMillis(1)));
      assertNotEquals(before, Rank.of(false, START, TURN, next));
    }
  }
}
