package io.evenkeel.gateway.domain.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LessonsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Lesson periods(int periods, Instant at) {
    return new Lesson(claim(periods, null), "hung", at);
  }

  private static Claims claim(@Nullable Integer periods, @Nullable BigDecimal minCurrentA) {
    return new Claims(null, null, periods, null, null, null, minCurrentA, null, null);
  }

  private static Lessons halved() {
    return Lessons.NONE.with("maxSchedulePeriods", periods(5, NOON));
  }

  @Test
  void theLaterLessonCountsWhateverTheirOrder() {
    var later = periods(2, NOON.plusSeconds(1));

    assertEquals(2, halved().with("maxSchedulePeriods", later).claims().maxSchedulePeriods());
    assertEquals(
        halved().with("maxSchedulePeriods", later),
        Lessons.NONE
            .with("maxSchedulePeriods", later)
            .with("maxSchedulePeriods", periods(5, NOON)));
  }

  @Test
  void lessonsAboutDifferentThingsAddUp() {
    var both =
        halved().with("minCurrentA", new Lesson(claim(null, BigDecimal.TEN), "paused", NOON));

    assertEquals(claim(5, BigDecimal.TEN), both.claims());
    assertEquals(Set.of("maxSchedulePeriods", "minCurrentA"), both.holding().keySet());
  }

  @Test
  void whatIsForgottenStaysSoUntilItIsLearnedAnew() {
    var forgotten = halved().forget("maxSchedulePeriods", "olga", NOON.plusSeconds(10));

    assertNull(forgotten.claims().maxSchedulePeriods());
    assertEquals(
        forgotten, forgotten.with("maxSchedulePeriods", periods(5, NOON)), "told once more");
    assertEquals(
        3,
        forgotten
            .with("maxSchedulePeriods", periods(3, NOON.plusSeconds(11)))
            .claims()
            .maxSchedulePeriods());
  }

  @Test
  void everythingIsForgottenWithWhatIsStillOnItsWay() {
    var forgotten = halved().forgetAll("olga", NOON.plusSeconds(10));

    assertEquals(Claims.NONE, forgotten.claims());
    assertFalse(
        forgotten
            .with("minCurrentA", new Lesson(claim(null, BigDecimal.TEN), "paused", NOON))
            .holding()
            .containsKey("minCurrentA"));
  }
}
