package io.evenkeel.transaction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.transaction.domain.Evidence.Reading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final Instant BEGUN = Instant.parse("2026-05-01T08:00:00Z");
  private static final Instant LATEST = BEGUN.plusSeconds(3600);
  private static final NaturalKey KEY = new NaturalKey("CP", 1, BEGUN, "tag", 1000);

  @Test
  void without_any_evidence_nothing_is_booked_and_no_time_has_passed() {
    assertEquals(new Ending.Evidence(BEGUN, 1000, "c"), Evidence.NONE.ending(KEY, LATEST, "c"));
  }

  @Test
  void the_last_reading_gives_energy_and_time() {
    assertEquals(
        new Ending.Evidence(BEGUN.plusSeconds(60), 1400, "c"),
        new Evidence(new Reading(BEGUN.plusSeconds(60), 1400), null).ending(KEY, LATEST, "c"));
  }

  @Test
  void a_later_status_gives_the_time() {
    assertEquals(
        new Ending.Evidence(BEGUN.plusSeconds(90), 1400, "c"),
        new Evidence(new Reading(BEGUN.plusSeconds(60), 1400), BEGUN.plusSeconds(90))
            .ending(KEY, LATEST, "c"));
  }

  @Test
  void an_earlier_status_does_not() {
    assertEquals(
        BEGUN.plusSeconds(60),
        new Evidence(new Reading(BEGUN.plusSeconds(60), 1400), BEGUN.plusSeconds(30))
            .ending(KEY, LATEST, "c")
            .at());
  }

  @Test
  void a_status_from_before_the_start_says_nothing() {
    assertEquals(BEGUN, new Evidence(null, BEGUN.minusSeconds(1)).ending(KEY, LATEST, "c").at());
  }

  @Test
  void a_register_that_went_backwards_books_nothing() {
    assertEquals(
        1000,
        new Evidence(new Reading(BEGUN.plusSeconds(60), 400), null)
            .ending(KEY, LATEST, "c")
            .meterStop());
  }

  @Test
  void a_reading_of_a_clock_that_is_days_ahead_says_nothing() {
    assertEquals(
        new Ending.Evidence(BEGUN, 1000, "c"),
        new Evidence(new Reading(LATEST.plus(Duration.ofDays(2)), 1400), null)
            .ending(KEY, LATEST, "c"));
  }
}
