package io.evenkeel.smartcharging.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Meter.Measures;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  /** A Monday in winter: it is 13:00 in Berlin. */
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static final double[] NO_CHARGING = new double[6];

  private static final PhaseLimits HUNDRED = PhaseLimits.even(1000);
  private static final PhaseLimits TWENTY = PhaseLimits.even(200);

  @Test
  void whatNeverChangesIsTheLimit() {
    Surroundings site = new Surroundings(tree(plain("grid", null), plain("c1", "grid")));

    Outlook outlook = site.outlook(NOON.plusSeconds(70));

    assertEquals(NOON, outlook.start());
    assertEquals(96, outlook.slots());
    assertTrue(
        Arrays.stream(outlook.capacity()).flatMapToInt(Arrays::stream).allMatch(a -> a == 1000));
    assertArrayEquals(new int[] {1000, 1000, 1000, 1000, 1000, 1000}, outlook.after());
    assertNull(site.changesAt());
  }

  @Test
  void aLimitChangesByTheSitesClockAndTheLowerCountsForASlotItChangesIn() {
    Daily limit =
        new Daily(
            List.of(
                new Daily.From(6 * 60, HUNDRED),
                new Daily.From(17 * 60 + 5, PhaseLimits.even(500))));
    Surroundings site = new Surroundings(tree(node("grid", null, limit, Daily.NOTHING)));

    int[] capacity = site.outlook(NOON).capacity()[0];

    assertEquals(1000, capacity[15], "16:45 in Berlin");
    assertEquals(500, capacity[16], "17:00 to 17:15");
    assertEquals(500, capacity[67], "05:45");
    assertEquals(1000, capacity[68], "06:00");
    assertEquals(500, site.outlook(NOON).after()[0]);
    assertEquals(NOON.plus(Duration.ofMinutes(15)), site.changesAt());
  }

  @Test
  void whatIsDrawnBesideChargingIsTakenFromEverythingAbove() {
    Surroundings site =
        new Surroundings(
            tree(
                node(
                    "c1",
                    "grid",
                    Daily.always(HUNDRED),
                    Daily.always(new PhaseLimits(105, 0, -50))),
                node("grid", null, Daily.always(HUNDRED), Daily.always(TWENTY))));

    Outlook outlook = site.outlook(NOON);

    assertEquals(List.of(895, 1000, 1050), at(outlook, 0, 0));
    assertEquals(List.of(695, 800, 850), at(outlook, 1, 0));
    assertEquals(695, outlook.after()[3]);
    assertEquals(20.0, outlook.base()[3][5]);
    assertEquals(10.5, outlook.base()[0][5]);
  }

  @Test
  void aBuildingThatDrawsMoreThanTheLimitLeavesNothing() {
    Surroundings site =
        new Surroundings(
            tree(node("grid", null, Daily.always(TWENTY), Daily.always(PhaseLimits.even(201)))));

    assertEquals(List.of(0, 0, 0), at(site.outlook(NOON), 0, 0));
  }

  @Test
  void aFreshMeterCountsWithItsMarginAndAStaleOneAsConfiguredAndNoLessThanItWas() {
    Surroundings site = new Surroundings(tree(metered(Measures.UNMANAGED)));

    assertEquals(List.of(800, 800, 800), at(site.outlook(NOON), 0, 0), "nothing was read");
    site.read(new MeterReading("m", NOON, 30, 5, -2), NO_CHARGING, NOON);

    assertEquals(List.of(690, 940, 1010), at(site.outlook(NOON), 0, 0));
    assertEquals(NOON.plusSeconds(300), site.changesAt());
    assertSame(site.outlook(NOON), site.outlook(NOON.plusSeconds(299)));
    assertEquals(List.of(690, 800, 800), at(site.outlook(NOON.plusSeconds(300)), 0, 0));
    assertEquals(List.of(690, 800, 800), at(site.outlook(NOON.plusSeconds(3599)), 0, 0));
    assertEquals(List.of(800, 800, 800), at(site.outlook(NOON.plusSeconds(3600)), 0, 0));
  }

  @Test
  void whatAMeterSaidLastIsHeldForAnHourAndThenConfiguredAlone() {
    // Given: read for the last time a minute after noon
    Surroundings site = new Surroundings(tree(metered(Measures.UNMANAGED)));
    read(site, NOON.plusSeconds(60), 39);

    // When: it is stale
    int[] capacity = site.outlook(NOON.plusSeconds(400)).capacity()[0];

    // Then: to the end of the slot in which the hour is over, and what nobody sees is not blended
    assertArrayEquals(new int[] {600, 600, 600, 600, 600, 800}, Arrays.copyOf(capacity, 6));
    Instant over = NOON.plusSeconds(3660);
    assertEquals(600, site.outlook(NOON.plusSeconds(3650)).capacity()[0][0]);
    assertEquals(over, site.changesAt());
    assertEquals(800, site.outlook(over).capacity()[0][0]);
  }

  @Test
  void aMeterThatIsBelievedForLongerThanAnHourIsNotHeld() {
    Meter slow = new Meter("m", Measures.UNMANAGED, 10, Duration.ofHours(2));
    Surroundings site = new Surroundings(tree(grid(slow)));
    read(site, NOON, 39);

    assertEquals(600, site.outlook(NOON.plusSeconds(7199)).capacity()[0][0]);
    assertEquals(800, site.outlook(NOON.plusSeconds(7200)).capacity()[0][0]);
  }

  @Test
  void ofATotalThatGrewStaleWhatWasNotChargingIsHeld() {
    // Given: 60 A, of which chargers drew 20; 6 A are configured for what is below
    Surroundings site =
        new Surroundings(
            tree(
                metered(Measures.TOTAL),
                node("c1", "grid", Daily.always(HUNDRED), Daily.always(PhaseLimits.even(60)))));
    site.read(new MeterReading("m", NOON, 60, 30, 0), new double[] {20, 20, 0, 20, 20, 0}, NOON);
    assertEquals(List.of(590, 890, 990), at(site.outlook(NOON), 0, 0));

    Outlook stale = site.outlook(NOON.plusSeconds(300));

    assertEquals(List.of(590, 740, 740), at(stale, 0, 0));
    assertEquals(35.0, stale.base()[0][0], 1e-9);
    assertEquals(List.of(740, 740, 740), at(site.outlook(NOON.plusSeconds(3600)), 0, 0));
  }

  @Test
  void whatWasFedInIsNotCountedOnOnceNobodySeesIt() {
    Surroundings site =
        new Surroundings(
            tree(grid(meter("m", Measures.UNMANAGED), meter("pv", Measures.UNMANAGED))));
    site.read(new MeterReading("m", NOON, 50, 50, 5), NO_CHARGING, NOON);
    site.read(new MeterReading("pv", NOON, -12, 11, -12), NO_CHARGING, NOON);
    assertEquals(List.of(600, 370, 1050), at(site.outlook(NOON), 0, 0));

    Instant later = NOON.plusSeconds(300);
    site.read(new MeterReading("m", later, 50, 50, 5), NO_CHARGING, later);

    assertEquals(List.of(490, 370, 800), at(site.outlook(later), 0, 0));
  }

  @Test
  void whatWasStoredOfAMeterCounts() {
    Surroundings site = new Surroundings(tree(metered(Measures.TOTAL)));

    site.remember(new MeterReading("m", NOON, 30, 5, -2));

    assertEquals(List.of(690, 940, 1010), at(site.outlook(NOON), 0, 0));
  }

  @Test
  void ofTwoMetersBothMustTellAndOneAloneOnlyAdds() {
    Surroundings site =
        new Surroundings(
            tree(grid(meter("m", Measures.UNMANAGED), meter("pv", Measures.UNMANAGED))));

    site.read(new MeterReading("m", NOON, 50, 50, 5), NO_CHARGING, NOON);
    assertEquals(List.of(490, 490, 800), at(site.outlook(NOON), 0, 0), "no less than configured");
    site.read(new MeterReading("m", NOON.plusSeconds(1), 50, 50, 50), NO_CHARGING, NOON);
    site.read(new MeterReading("pv", NOON, -12, -12, -12), NO_CHARGING, NOON);
    assertEquals(List.of(600, 600, 600), at(site.outlook(NOON), 0, 0));
  }

  @Test
  void fromATotalTheChargingIsTaken() {
    Surroundings site =
        new Surroundings(
            tree(
                metered(Measures.TOTAL),
                node("c1", "grid", Daily.always(HUNDRED), Daily.always(PhaseLimits.even(60)))));

    site.read(new MeterReading("m", NOON, 60, 40, 20), new double[] {32, 16, 0, 32, 16, 0}, NOON);

    assertEquals(List.of(710, 750, 790), at(site.outlook(NOON), 0, 0));
    assertEquals(940, site.outlook(NOON).capacity()[3][0], "what is configured below stays there");
    assertEquals(23.0, site.outlook(NOON).base()[0][0], 1e-9);
  }

  @Test
  void aRiseCountsAtOnceAndAFallWhenItHasLasted() {
    Surroundings site = new Surroundings(tree(metered(Measures.UNMANAGED)));
    read(site, NOON, 10);

    read(site, NOON.plusSeconds(10), 40);
    assertEquals(590, site.outlook(NOON.plusSeconds(10)).capacity()[0][0]);
    read(site, NOON.plusSeconds(20), 10);
    assertEquals(590, site.outlook(NOON.plusSeconds(20)).capacity()[0][0]);
    read(site, NOON.plusSeconds(131), 10);
    assertEquals(890, site.outlook(NOON.plusSeconds(131)).capacity()[0][0]);
  }

  @Test
  void readingsOutOfOrderRepeatedOrFromTheFutureChangeNothing() {
    Surroundings site = new Surroundings(tree(metered(Measures.UNMANAGED)));
    read(site, NOON, 10);

    read(site, NOON.minusSeconds(1), 99);
    read(site, NOON, 99);
    site.read(new MeterReading("m", NOON.plusSeconds(121), 99, 99, 99), NO_CHARGING, NOON);
    site.read(new MeterReading("nobody's", NOON, 99, 99, 99), NO_CHARGING, NOON);

    assertEquals(890, site.outlook(NOON).capacity()[0][0]);
  }

  @Test
  void laterSlotsGoFromWhatIsSeenToWhatIsUsual() {
    Surroundings site = new Surroundings(tree(metered(Measures.UNMANAGED)));
    read(site, NOON, 49);

    int[] capacity = site.outlook(NOON).capacity()[0];

    assertEquals(500, capacity[0]);
    assertEquals(650, capacity[2], "half way to the configured 20 A after half an hour");
    assertEquals(800, capacity[95], 1);
  }

  @Test
  void whatWasUsualInTheLastDaysIsExpected() {
    Surroundings site = new Surroundings(tree(metered(Measures.UNMANAGED)));
    for (int day = 1; day <= 3; day++) {
      Instant start = NOON.minus(Duration.ofDays(day)).plus(Duration.ofHours(6));
      site.remember(new QuarterLoad("m", start, 44, 44, 44));
    }
    site.remember(new QuarterLoad("nobody's", NOON, 44, 44, 44));
    read(site, NOON, 19);

    int[] capacity = site.outlook(NOON).capacity()[0];

    assertEquals(550, capacity[24], 1, "44 A and the margin of 1 A");
    assertEquals(800, capacity[32], 1, "of this time only the configured load is known");
  }

  @Test
  void aSignalLimitsWhileItLasts() {
    Surroundings site = new Surroundings(tree(plain("grid", null)));
    Instant from = NOON.plus(Duration.ofMinutes(30));
    Instant until = NOON.plus(Duration.ofMinutes(52));
    site.put(new Signal("dim", "grid", new Signal.Bound.Power(13_800), from, until));

    int[] capacity = site.outlook(NOON).capacity()[0];
    assertArrayEquals(new int[] {1000, 1000, 200, 200, 1000}, Arrays.copyOf(capacity, 5));
    assertEquals(1000, site.outlook(NOON).after()[0]);
    assertEquals(200, site.outlook(NOON).least()[0]);

    assertEquals(200, site.outlook(until.minusMillis(1)).capacity()[0][0]);
    assertEquals(until, site.changesAt());
    assertEquals(1000, site.outlook(until).capacity()[0][0]);
    site.put(new Signal("dim", "grid", new Signal.Bound.Share(33), NOON, until));
    assertEquals(330, site.outlook(NOON).capacity()[0][0]);
    site.removeSignal("dim");
    assertEquals(1000, site.outlook(NOON).capacity()[0][0]);
  }

  @Test
  void aSignalBeyondTheHorizonCountsAfterIt() {
    Surroundings site = new Surroundings(tree(plain("grid", null)));
    site.put(
        new Signal(
            "dim",
            "grid",
            new Signal.Bound.Current(new PhaseLimits(100, 2000, 300)),
            NOON,
            NOON.plus(Duration.ofDays(3))));

    assertArrayEquals(new int[] {100, 1000, 300}, site.outlook(NOON).after());
  }

  @Test
  void whatIsKnownIsKeptWhenTheSiteIsDescribedAnew() {
    Surroundings before = new Surroundings(tree(metered(Measures.UNMANAGED)));
    read(before, NOON, 10);
    before.put(
        new Signal("dim", "c1", new Signal.Bound.Share(50), NOON, NOON.plus(Duration.ofDays(3))));

    Surroundings after = before.redefined(tree(metered(Measures.UNMANAGED), plain("c1", "grid")));

    assertEquals(890, after.outlook(NOON).capacity()[0][0]);
    assertEquals(500, after.outlook(NOON).capacity()[3][0]);
    Surroundings otherwise = before.redefined(tree(metered(Measures.TOTAL)));
    assertEquals(800, otherwise.outlook(NOON).capacity()[0][0], "it measures something else now");
  }

  @Test
  void theOutlookIsNewInTheNextSlotAndWhenTheClockGoesBack() {
    Surroundings site = new Surroundings(tree(plain("grid", null)));
    Outlook first = site.outlook(NOON);

    assertFalse(site.isNews(NOON.plusSeconds(899)));
    assertTrue(site.isNews(NOON.plusSeconds(900)));
    assertTrue(site.isNews(NOON.minusSeconds(1)));
    assertSame(first, site.outlook(NOON.plusSeconds(899)));
  }

  private static void read(Surroundings site, Instant at, double amperes) {
    site.read(new MeterReading("m", at, amperes, amperes, amperes), NO_CHARGING, at);
  }

  private static List<Integer> at(Outlook outlook, int node, int slot) {
    int[][] capacity = outlook.capacity();
    return List.of(
        capacity[3 * node][slot], capacity[3 * node + 1][slot], capacity[3 * node + 2][slot]);
  }

  private static SiteTree tree(Node... nodes) {
    SiteTerms usual = SiteTerms.USUAL;
    SiteTerms terms =
        new SiteTerms(
            ZoneId.of("Europe/Berlin"),
            0,
            0,
            usual.defaultStay(),
            usual.defaultEnergyWh(),
            usual.horizon(),
            usual.slot());
    return SiteTree.of(new SiteDefinition("site", 230, terms, List.of(nodes), List.of()));
  }

  private static Node plain(String id, @Nullable String parent) {
    return node(id, parent, Daily.always(HUNDRED), Daily.NOTHING);
  }

  private static Node node(String id, @Nullable String parent, Daily limit, Daily base) {
    return new Node(id, parent, "CIRCUIT", limit, base, List.of(), null);
  }

  private static Node metered(Measures measures) {
    return grid(meter("m", measures));
  }

  private static Node grid(Meter... meters) {
    return new Node(
        "grid", null, "GRID", Daily.always(HUNDRED), Daily.always(TWENTY), List.of(meters), null);
  }

  private static Meter meter(String id, Measures measures) {
    return new Meter(id, measures, Meter.USUAL_MARGIN, Meter.USUAL_STALE_AFTER);
  }
}
