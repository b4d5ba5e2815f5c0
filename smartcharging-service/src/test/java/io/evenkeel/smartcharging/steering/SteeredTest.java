package io.evenkeel.smartcharging.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteeredTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration SLOT = Duration.ofMinutes(15);
  private static final int SLOTS = 96;

  @Test
  void aScheduleEndsWithTheDeparture() {
    assertEquals(START.plus(Duration.ofHours(2)), Steered.end(site(0), 8));
  }

  @Test
  void oneThatReachesTheHorizonKeepsItsEndWhileTimePasses() {
    Instant end = Steered.end(site(0), SLOTS);

    assertEquals(START.plus(Duration.ofHours(22)), end, "06:00, a multiple of three hours");
    assertEquals(end, Steered.end(site(1), SLOTS), "a slot later");
    assertTrue(!Steered.end(site(40), SLOTS).isBefore(end.plus(Duration.ofHours(3))), "later on");
  }

  private static LiveSite site(int slotsLater) {
    Instant now = START.plus(SLOT.multipliedBy(slotsLater));
    SiteTree tree =
        SiteTree.of(
            new SiteDefinition(
                "site",
                230,
                List.of(new Node("grid", null, "GRID", PhaseLimits.even(400))),
                List.of()));
    return new LiveSite(
        tree, now, Outlook.constant(tree, now, SLOT, SLOTS), Tariff.free(), Map.of(), List.of());
  }
}
