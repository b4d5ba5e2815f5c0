package io.evenkeel.smartcharging.domain.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connector keeps to what it holds: it may be above for a grace time, since cars and
 * chargers need a moment; then it counts at what it draws until it has obeyed for some time.
 */
final class Obedience {

  /** How many grace times it must obey before it is believed again. */
  private static final int PROBATION = 5;

  private @Nullable Instant aboveSince;
  private @Nullable Instant obeysSince;
  private int draws;
  private int claims;
  private @Nullable String words;

  /** What was stored: it may still be so. */
  void remember(int drawn) {
    claims = drawn;
    words = drawn == 0 ? null : "It drew or allowed more than it holds";
  }

  /** Of the same connector in a site that was described anew. */
  void continues(Obedience known) {
    aboveSince = known.aboveSince;
    obeysSince = known.obeysSince;
    draws = known.draws;
    claims = known.claims;
    words = known.words;
  }

  /** What it counts at, in tenths of an ampere; 0: it obeys. */
  int counts() {
    return Math.max(draws, claims);
  }

  /** For people; null: it obeys. */
  @Nullable String words() {
    return counts() == 0 ? null : words;
  }

  /** It was seen drawing so much where it may draw so much. */
  void drew(int drawn, int allowed, Settings settings, Instant now) {
    if (drawn > allowed + settings.band(allowed)) {
      obeysSince = null;
      Instant since = aboveSince == null ? now : aboveSince;
      aboveSince = since;
      if (isOver(since, settings.grace(), now)) {
        draws = Math.max(drawn, draws);
        words = "It draws %s A where it may draw %s A".formatted(drawn / 10.0, allowed / 10.0);
      }
      return;
    }
    aboveSince = null;
    Instant since = obeysSince == null ? now : obeysSince;
    obeysSince = since;
    if (draws > 0 && isOver(since, settings.grace().multipliedBy(PROBATION), now)) {
      draws = 0;
    }
  }

  /** Whether a reading says something new. */
  boolean isNews(int drawn, int allowed, Settings settings) {
    return aboveSince != null || draws > 0 || drawn > allowed + settings.band(allowed);
  }

  /** It read back that it allows so much, twice, where it holds less. */
  void claims(int allows, String said) {
    claims = allows;
    words = said;
  }

  /** It read back what it holds. */
  void readsRight() {
    claims = 0;
  }

  private static boolean isOver(Instant since, Duration time, Instant now) {
    return !now.isBefore(since.plus(time));
  }
}
