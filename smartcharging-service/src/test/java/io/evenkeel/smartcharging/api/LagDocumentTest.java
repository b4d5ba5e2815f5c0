package io.evenkeel.smartcharging.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.smartcharging.domain.control.Lag;
import io.evenkeel.smartcharging.domain.control.Lag.Cause;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.SiteStatus.ConnectorStatus;
import io.evenkeel.smartcharging.domain.control.Standing;
import io.evenkeel.smartcharging.domain.forecast.LeastCurrent;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LagDocumentTest {

  private static final WallClock BERLIN = new WallClock(ZoneId.of("Europe/Berlin"));
  private static final Instant NOW = Instant.parse("2026-05-04T16:30:00Z");

  @Test
  void whoHasWhatIsDesiredSaysNothing() {
    assertNull(LagDocument.of(null, BERLIN, NOW));
  }

  @Test
  void whoWaitsForOthersNamesThemAndThePlace() {
    Lag lag = waiting(List.of("CP2-1"), null);

    assertEquals(
        "Has 6.0 A, is to get 16.0 A: waits until CP2-1 has confirmed a decrease;"
            + " until then L2 of garage has no room for more",
        words(lag));
  }

  @Test
  void manyAreNotAllNamedInWords() {
    Lag lag = waiting(List.of("A", "B", "C", "D", "E"), Instant.parse("2026-05-04T18:00:00Z"));

    assertEquals(
        "Has 6.0 A, is to get 16.0 A: waits until A, B, C and 2 more have confirmed a decrease;"
            + " until then L2 of garage has no room for more at 20:00 CEST",
        words(lag));
  }

  @Test
  void aSilentChargerSaysSinceWhenByTheSitesClockAndWhatItCountsAt() {
    Lag lag =
        new Lag(
            Cause.SILENT,
            null,
            160,
            320,
            List.of(),
            null,
            null,
            Instant.parse("2026-05-03T16:00:00Z"),
            Instant.parse("2026-05-04T16:35:00Z"),
            null);

    assertEquals(
        "What it holds is not certain, it is to get 16.0 A: has taken no profile since"
            + " 2026-05-03 18:00 CEST, is tried again at 18:35 CEST; counts at 32.0 A",
        words(lag));
  }

  @Test
  void timesThatAreNearToEachOtherAreToldWithTheirSeconds() {
    Instant since = Instant.parse("2026-05-04T16:29:58Z");
    Lag lag =
        new Lag(
            Cause.SILENT, 60, 160, 320, List.of(), null, null, since, since.plusSeconds(10), null);

    assertEquals(
        "Has 6.0 A, is to get 16.0 A: has taken no profile since 18:29:58 CEST,"
            + " is tried again at 18:30:08 CEST; counts at 32.0 A",
        words(lag));
  }

  @Test
  void aDefaultThatCountsBesideIsSaidTo() {
    Lag lag = new Lag(Cause.DEFAULT, 80, 80, 100, List.of(), null, null, null, null, null);

    assertEquals(
        "Has the 8.0 A it is to get: its default is higher, and would hold if it forgot its"
            + " limit; counts at 10.0 A",
        words(lag));
  }

  @Test
  void whoDrawsMoreThanItWasToldIsToldThatAndWhatIsLeftToIt() {
    Exposure exposure = Exposure.unmanaged(320).drawing(300);
    Connector connector =
        new Connector("CP1-1", new ConnectorKey("CP1", 1), "grid", Rotation.RST, 3, 320);
    ConnectorStatus drawing =
        new ConnectorStatus(
            connector,
            Standing.CHARGING,
            null,
            null,
            60,
            160,
            Course.constant(160),
            3,
            Learned.NOTHING,
            null,
            LeastCurrent.UNKNOWN,
            "It draws 30.0 A where it may draw 16.0 A",
            300,
            exposure,
            false,
            null,
            null,
            null);

    WhyDocument why = WhyDocument.of(drawing);

    assertEquals("DISOBEYS", why.reason());
    assertEquals(
        "Draws, or allows, more than it was told: 30.0 A are left to it until it obeys",
        why.text());
  }

  private static Lag waiting(List<String> others, @Nullable Instant from) {
    return new Lag(Cause.WAITS_FOR, 60, 160, 60, others, "garage", Phase.L2, null, from, null);
  }

  private static @Nullable String words(Lag lag) {
    LagDocument document = LagDocument.of(lag, BERLIN, NOW);
    return document == null ? null : document.text();
  }
}
