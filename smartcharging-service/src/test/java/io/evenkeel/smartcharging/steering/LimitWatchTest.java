package io.evenkeel.smartcharging.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.journal.Happening.LimitChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitWatchTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration SLOT = Duration.ofMinutes(15);

  private final SiteTree tree =
      SiteTree.of(
          new SiteDefinition(
              "site",
              230,
              List.of(new Node("grid", null, "GRID", PhaseLimits.even(400))),
              List.of()));
  private final LimitWatch watch = new LimitWatch();

  @Test
  void theBeginningIsNoNews() {
    assertTrue(look(400, 400, 0, 0).isEmpty());
    assertTrue(look(400, 400, 0, 1).isEmpty());
  }

  @Test
  void anotherLimitIsToldAtOnce() {
    look(400, 400, 0, 0);

    LimitChanged told = look(160, 160, 0, 1).orElseThrow();

    BigDecimal amperes = new BigDecimal("16.0");
    assertEquals("grid", told.nodes().getFirst().node());
    assertEquals(List.of(amperes, amperes, amperes), told.nodes().getFirst().limitA());
    assertTrue(look(400, 400, 0, 2).isPresent(), "and so is its end");
  }

  @Test
  void aLimitThatChangesInTheCourseOfTheDayIsToldWhenItDoes() {
    Outlook day = outlook(400, 200, 0);
    watch.look(tree, day, START);
    assertTrue(watch.look(tree, day, START.plus(SLOT).minusSeconds(1)).isEmpty());

    assertTrue(watch.look(tree, day, START.plus(SLOT)).isPresent());
  }

  @Test
  void metersAreToldOnceAMinuteAndThenAsTheyAre() {
    look(400, 400, 0, 0);

    LimitChanged first = look(400, 400, 10, 1).orElseThrow();
    assertEquals(new BigDecimal("30.0"), first.nodes().getFirst().forChargingA().getFirst());
    assertTrue(look(400, 400, 11, 2).isEmpty());
    Outlook last = outlook(400, 400, 12);
    assertTrue(watch.look(tree, last, START.plusSeconds(59)).isEmpty());

    LimitChanged later = watch.look(tree, last, START.plusSeconds(61)).orElseThrow();
    assertEquals(new BigDecimal("28.0"), later.nodes().getFirst().forChargingA().getFirst());
    assertTrue(look(160, 160, 12, 62).isPresent(), "a limit does not wait");
  }

  private Optional<LimitChanged> look(int now, int then, double base, int second) {
    return watch.look(tree, outlook(now, then, base), START.plusSeconds(second));
  }

  private Outlook outlook(int now, int then, double base) {
    int[][] limits = {{now, then}, {now, then}, {now, then}};
    double[][] loads = {{base, base}, {base, base}, {base, base}};
    return Outlook.of(tree, START, SLOT, limits, loads, new int[] {0, 0, 0});
  }
}
