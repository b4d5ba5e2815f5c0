package io.evenkeel.journeys;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.simulator.Await;
import io.evenkeel.simulator.Happening;
import io.evenkeel.simulator.VirtualChargePoint;
import io.evenkeel.simulator.charging.Car;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From what a driver says to the schedules of chargers: a site whose limit falls. */
@Journey
@Tag("distributed")
class PlanIT {

  private static final int DELTA_STANDS = 10;

  @Test
  void aSiteWhoseLimitFallsIsPlannedAndItsDeltaChargersGetWhatTheyStand(Network network, Api api) {
    // Given: 40 A, and 32 A in half an hour; slots of a minute
    api.idTag("JOURNEY-PLAN");
    try (VirtualChargePoint first = Site.chargePoint(network, api, "PLAN-1");
        VirtualChargePoint second = Site.chargePoint(network, api, "PLAN-2")) {
      List<SetChargingProfile.Request> sent = new CopyOnWriteArrayList<>();
      List.of(first, second).forEach(station -> record(station, sent));
      put(api, "plan", Instant.now().plus(Duration.ofMinutes(30)));
      api.put(
          "/api/sites/{id}/prices",
          Map.of(
              "currency",
              "EUR",
              "prices",
              List.of(
                  Map.of("from", Instant.now().toString(), "pricePerKwh", 0.3),
                  Map.of(
                      "from",
                      Instant.now().plus(Duration.ofHours(5)).toString(),
                      "pricePerKwh",
                      0.4))),
          "plan");
      begin(first);
      int transaction = begin(second);

      // When: 21 A for the whole time would do
      Instant departure = Instant.now().plus(Duration.ofMinutes(25));
      api.put(
          "/api/transactions/{id}/wish",
          Map.of("departure", departure.toString(), "energyWh", 6000),
          transaction);

      // Then
      Await.until(
          "the plan knows of it",
          () ->
              api.get("/api/sites/{id}/plan", "plan")
                      .jsonPath()
                      .getList("connectors.findAll { it.stated }")
                      .size()
                  == 1);
      Await.until(
          "both got a schedule", () -> sent.stream().filter(PlanIT::isOfATransaction).count() >= 2);
      JsonPath plan = api.get("/api/sites/{id}/plan", "plan").jsonPath();
      assertEquals("PLANNED", plan.getString("state.strategy"), plan.prettify());
      assertEquals("IN_FORCE", plan.getString("state.health"), plan.prettify());
      assertTrue(plan.getBoolean("connectors.find { it.id == 'PLAN-2-1' }.stated"));
      assertTrue(
          plan.getFloat("connectors.find { it.id == 'PLAN-2-1' }.schedule[0].limitA") > 20,
          "more than its fair share: " + plan.prettify());
      assertTrue(
          plan.getInt("connectors.find { it.id == 'PLAN-2-1' }.shortfallWh") < 300,
          "in time: " + plan.prettify());
      List<Float> room = plan.getList("nodes[0].forChargingA[0]", Float.class);
      assertEquals(40f, room.getFirst(), "now");
      assertTrue(room.contains(32f), "the limit falls: " + room);
      assertTrue(
          sent.stream()
              .filter(PlanIT::isOfATransaction)
              .allMatch(
                  each ->
                      each.csChargingProfiles().chargingSchedule().chargingSchedulePeriod().size()
                          <= DELTA_STANDS),
          "schedules that a Delta stands: " + sent);
      assertTrue(api.get("/api/sites/{id}/status", "plan").jsonPath().getBoolean("underControl"));
    }
  }

  private static void record(VirtualChargePoint station, List<SetChargingProfile.Request> sent) {
    station.listen(
        happening -> {
          if (happening instanceof Happening.Commanded(var request)
              && request instanceof SetChargingProfile.Request profile) {
            sent.add(profile);
          }
        });
  }

  private static boolean isOfATransaction(SetChargingProfile.Request request) {
    return request.csChargingProfiles().chargingProfilePurpose()
        == ChargingProfilePurpose.TxProfile;
  }

  private static int begin(VirtualChargePoint station) {
    Await.answer(station.plugIn(1, Car.of(3, 32, 60_000)));
    Await.answer(station.swipe(1, "JOURNEY-PLAN"));
    Await.answer(station.awaitState(1, state -> state.transactionId() != null));
    Integer transaction = station.connector(1).transactionId();
    if (transaction == null) {
      throw new AssertionError("no transaction on " + station.id());
    }
    return transaction;
  }

  private static void put(Api api, String site, Instant falls) {
    String at =
        DateTimeFormatter.ofPattern("HH:mm")
            .format(falls.truncatedTo(ChronoUnit.MINUTES).atZone(ZoneOffset.UTC));
    String back =
        DateTimeFormatter.ofPattern("HH:mm")
            .format(
                falls
                    .plus(Duration.ofHours(4))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(ZoneOffset.UTC));
    List<Map<String, Object>> limits =
        List.of(
            Map.of("from", at, "a", List.of(32, 32, 32)),
            Map.of("from", back, "a", List.of(40, 40, 40)));
    List<Map<String, Object>> inOrder =
        at.compareTo(back) < 0 ? limits : List.of(limits.get(1), limits.get(0));
    api.put(
        "/api/sites/{id}",
        Map.ofEntries(
            entry("slot", "PT1M"),
            entry("horizon", "PT6H"),
            entry("nodes", List.of(Map.of("id", "grid", "limits", inOrder))),
            entry("connectors", List.of(connector("PLAN-1"), connector("PLAN-2")))),
        site);
  }

  private static Map<String, Object> connector(String chargePoint) {
    return Map.of("chargePoint", chargePoint, "connectorId", 1, "node", "grid");
  }
}
