package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhasesUsedTest {

  private Instant now = Instant.parse("2026-01-05T12:00:00Z");
  private PhasesUsed used = PhasesUsed.all(3);

  @Test
  void aCarOnOnePhaseCountsOnOneAfterThreeReadingsInAMinute() {
    assertEquals(3, after(16, 0, 0));
    assertEquals(3, after(16, 0.2, 0));
    assertEquals(1, after(16, 0, 0));
    assertEquals(1, after(16, 0, 0));
  }

  @Test
  void threeReadingsInAFewSecondsAreNotEnough() {
    for (int i = 0; i < 6; i++) {
      used = used.seen(now.plusSeconds(10L * i), currents(16.0, 0.0, 0.0), 3);
      assertEquals(3, used.count(), "after " + 10 * i + " s");
    }
    used = used.seen(now.plusSeconds(60), currents(16.0, 0.0, 0.0), 3);

    assertEquals(1, used.count());
  }

  @Test
  void moreCountsAtOnce() {
    after(16, 0, 0);
    after(16, 0, 0);
    assertEquals(1, after(16, 0, 0));

    assertEquals(2, after(16, 6, 0));
    assertEquals(3, after(16, 6, 1));
  }

  @Test
  void theMostThatWasSeenCountsAndAllOfThemBeginAnew() {
    after(16, 0, 0);
    after(16, 16, 0);
    assertEquals(2, after(16, 0, 0));

    used = PhasesUsed.all(3);
    after(16, 0, 0);
    after(16, 0, 0);
    after(16, 16, 16);
    after(16, 0, 0);
    assertEquals(3, after(16, 0, 0));
  }

  @Test
  void aPhaseInTheMiddleNeedsThoseBeforeIt() {
    after(0, 16, 0);
    after(0, 16, 0);

    assertEquals(2, after(0, 16, 0));
  }

  @Test
  void aCarThatHardlyDrawsSaysNothing() {
    for (int i = 0; i < 10; i++) {
      assertEquals(3, after(0, 0, 0));
      assertEquals(3, after(3.9, 0, 0));
    }
  }

  @Test
  void aPhaseThatIsNotToldMayDraw() {
    for (int i = 0; i < 10; i++) {
      used = used.seen(now.plusSeconds(60L * i), currents(16.0, null, 0.0), 3);
      used = used.seen(now.plusSeconds(60L * i), currents(16.0), 3);
    }

    assertEquals(3, used.count());
  }

  @Test
  void aConnectorWithFewerPhasesHasFewerToShow() {
    used = PhasesUsed.all(1);

    assertEquals(1, used.seen(now, currents(16.0, 16.0, 16.0), 1).count());
  }

  private int after(double l1, double l2, double l3) {
    used = used.seen(now, currents(l1, l2, l3), 3);
    now = now.plusSeconds(30);
    return used.count();
  }

  private static List<@Nullable BigDecimal> currents(@Nullable Double... amperes) {
    return Arrays.stream(amperes)
        .<@Nullable BigDecimal>map(one -> one == null ? null : BigDecimal.valueOf(one))
        .toList();
  }
}
