package io.evenkeel.journeys;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.journeys.Network.Part;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.charging.Car;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Schedules are in the chargers: a limit that falls is kept also when nobody is there to say so.
 */
@Journey
@Tag("cluster")
class FollowIT {

  /** Chargers show that they keep time, and are told again, on a slow machine. */
  private static final Duration LONG = Duration.ofSeconds(130);

  private static final String SITE = "follow";

  @Test
  void chargersLowerThemselvesInTimeWhileTheServiceIsDead(Network network, Api api) {
    // Given: 40 A, and 20 A in three minutes or so; slots of a minute
    api.idTag("JOURNEY-FOLLOW");
    try (VirtualChargePoint first = Site.chargePoint(network, api, "FOLLOW-1");
        VirtualChargePoint second = Site.chargePoint(network, api, "FOLLOW-2")) {
      Instant falls = Instant.now().plusSeconds(220).truncatedTo(ChronoUnit.MINUTES);
      put(api, falls);
      begin(first);
      begin(second);
      Await.until(
          "all that there is, with schedules of several periods",
          LONG,
          () -> draws(first) > 19 && draws(second) > 19 && isSettled(api));

      // When
      network.kill(Part.SMARTCHARGING);
      try {
        // Then
        Await.until(
            "it is less by itself",
            Duration.between(Instant.now(), falls).plusSeconds(20),
            () -> draws(first) + draws(second) <= 20.1);
        assertFalse(Instant.now().isAfter(falls), "in time");
        assertTrue(draws(first) > 5.9 && draws(second) > 5.9, "and both go on");
      } finally {
        network.restart(Part.SMARTCHARGING);
      }
      Await.until("it is in charge again", LONG, () -> isSettled(api));
      assertTrue(draws(first) + draws(second) <= 20.1);
    }
  }

  private static double draws(VirtualChargePoint station) {
    return station.connector(1).currentA();
  }

  /** Everything is confirmed, and both are believed to keep time; not while nobody answers. */
  private static boolean isSettled(Api api) {
    Response response = api.get("/api/sites/{id}/status", SITE);
    JsonPath status = response.jsonPath();
    return response.statusCode() == 200
        && status.getBoolean("converged")
        && status.getBoolean("underControl")
        && status.getList("connectors.conduct.keepsTime").stream().allMatch("PROVEN"::equals);
  }

  private static void begin(VirtualChargePoint station) {
    Await.answer(station.plugIn(1, Car.of(3, 32, 60_000)));
    Await.answer(station.swipe(1, "JOURNEY-FOLLOW"));
    Await.answer(station.awaitState(1, state -> state.transactionId() != null));
  }

  private static void put(Api api, Instant falls) {
    List<Map<String, Object>> limits =
        List.of(
                Map.<String, Object>of("from", clock(falls), "a", List.of(20, 20, 20)),
                Map.<String, Object>of(
                    "from", clock(falls.plus(Duration.ofHours(4))), "a", List.of(40, 40, 40)))
            .stream()
            .sorted(Comparator.comparing((Map<String, Object> each) -> (String) each.get("from")))
            .toList();
    api.put(
        "/api/sites/{id}",
        Map.ofEntries(
            entry("slot", "PT1M"),
            entry("horizon", "PT6H"),
            entry("nodes", List.of(Map.of("id", "grid", "limits", limits))),
            entry("connectors", List.of(connector("FOLLOW-1"), connector("FOLLOW-2")))),
        SITE);
  }

  private static String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(ZoneOffset.UTC));
  }

  private static Map<String, Object> connector(String chargePoint) {
    return Map.of("chargePoint", chargePoint, "connectorId", 1, "node", "grid");
  }
}
