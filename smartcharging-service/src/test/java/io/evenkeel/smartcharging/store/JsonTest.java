package io.evenkeel.smartcharging.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.control.PeriodsStood;
import io.evenkeel.smartcharging.domain.control.Refusal;
import io.evenkeel.smartcharging.domain.control.Timekeeping;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void aSiteStoredBeforeThereWereTermsIsReadAsItWasMeant() {
    String stored =
        """
        {"id":"s","voltage":230,
         "nodes":[{"id":"grid","parent":null,"kind":"GRID","limits":{"l1":1000,"l2":1000,"l3":805}}],
         "connectors":[{"id":"a","key":{"chargePoint":"CP1","connectorId":2},"node":"grid",
           "rotation":"STR","phases":1,"maximum":160}]}
        """;

    assertEquals(
        new SiteDefinition(
            "s",
            230,
            List.of(new Node("grid", null, "GRID", new PhaseLimits(1000, 1000, 805))),
            List.of(new Connector("a", new ConnectorKey("CP1", 2), "grid", Rotation.STR, 1, 160))),
        Json.site(stored));
  }

  @Test
  void whatIsWrittenIsRead() {
    Daily daily =
        new Daily(
            List.of(
                new Daily.From(0, PhaseLimits.even(320)),
                new Daily.From(360, new PhaseLimits(1, 2, 3))));
    SiteDefinition site =
        new SiteDefinition(
            "s",
            230,
            new SiteTerms(
                ZoneId.of("Asia/Kathmandu"),
                0.05,
                1.5,
                Duration.ofHours(3),
                7000,
                Duration.ofHours(6),
                Duration.ofMinutes(5)),
            List.of(
                new Node(
                    "grid",
                    null,
                    "GRID",
                    daily,
                    daily,
                    List.of(new Meter("m", Meter.Measures.TOTAL, 15, Duration.ofSeconds(90))),
                    200)),
            List.of(
                new Connector(
                    "a",
                    new ConnectorKey("CP1", 2),
                    "grid",
                    Rotation.STR,
                    1,
                    160,
                    new ConnectorTerms(2, 1, 3, 5000))));

    assertEquals(site, Json.site(Json.write(site)));
  }

  @Test
  void whatWasLearnedBeforeThereWereRefusalsIsRead() {
    String stored =
        "{\"mostPeriods\":5,\"acceptsZero\":true,\"readsBack\":true,\"timekeeping\":\"UNPROVEN\"}";
    Learned learned = Learned.NOTHING.mostPeriods(5);

    assertEquals(learned, Json.learned(stored));
    assertEquals(learned, Json.learned(Json.write(learned)));
    assertEquals(
        learned.refuses(Refusal.READING_BACK).refuses(Refusal.RELATIVE),
        Json.learned(
            "{\"mostPeriods\":5,\"acceptsZero\":true,\"readsBack\":false,"
                + "\"timekeeping\":\"UNPROVEN\",\"refused\":{\"relative\":true}}"));
  }

  @Test
  void whatIsInDoubtIsKept() {
    Instant then = Instant.parse("2026-03-01T12:00:00Z");
    Learned doubted =
        new Learned(
            new PeriodsStood(5, new PeriodsStood.Doubt(2, 5, 1, then)),
            80,
            Timekeeping.PROVEN,
            Set.of(Refusal.ZERO, Refusal.WATTS));

    assertEquals(doubted, Json.learned(Json.write(doubted)));
  }
}
