package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.EventStream;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.PlayedCharger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees over time: the stream of events and the history. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class WatchTest {

  @Inject Gateway gateway;

  @Test
  void whatHappensIsToldAsItHappensAndWhatWasMissedAfterwards() {
    put("watch-a", "watch-a-1");
    List<String> seen;
    try (EventStream stream = open("watch-a", null)) {
      // When
      PlayedCharger charger = new PlayedCharger();
      gateway.connect("watch-a-1", charger);

      // Then
      Await.until("profile accepted", () -> stream.has("event:profile-accepted"));
      assertTrue(stream.has("event:profile-sent"), "it was sent before");
      Await.until("heartbeat", () -> stream.has(":nothing new"));
      seen = stream.all("id");
      assertTrue(
          stream.all("data").stream().anyMatch(data -> data.contains("\"watch-a-1\"")),
          "the charger is named: " + stream.all("data"));
    }

    // When
    gateway.started("watch-a-1", 1, 7001, Instant.now());

    // Then
    try (EventStream again = open("watch-a", seen.getFirst())) {
      Await.until("session", () -> again.has("event:session"));
      Await.until(
          "what was missed", () -> again.all("id").containsAll(seen.subList(1, seen.size())));
      assertTrue(!again.all("id").contains(seen.getFirst()), "what was seen comes again");
    }
    try (EventStream stranger = open("watch-a", "gone-1")) {
      Await.until("gap", () -> stranger.has("event:gap"));
    }
  }

  @Test
  void nobodyWatchesASiteThatIsNotThere() {
    given().get("/api/sites/watch-none/events").then().statusCode(404);
    given().get("/api/sites/watch-none/history").then().statusCode(404);
  }

  @Test
  void theHistoryHasAColumnForEachFigureOfEachPhase() {
    put("watch-b", "watch-b-1");
    gateway.connect("watch-b-1", new PlayedCharger());

    Await.until("samples", () -> !history().getList("series").isEmpty());
    Await.until(
        "under control",
        () -> history().getList("series[0].mayBeDrawnA", Float.class).contains(32f));
    JsonPath history = history();

    assertEquals("grid", history.getString("series[0].node"));
    assertEquals("L1", history.getString("series[0].phase"));
    assertEquals(40f, history.getFloat("series[0].limitA[0]"));
    assertEquals(3, history.getList("series").size());
    assertEquals(
        history.getList("series[0].at").size(), history.getList("series[0].plannedA").size());
    given()
        .queryParam("node", "nope")
        .get("/api/sites/watch-b/history")
        .then()
        .statusCode(200)
        .body("series.size()", is(0));
  }

  @Test
  void aHistoryThatCannotBeIsRefusedByName() {
    put("watch-c", "watch-c-1");
    expect("from", "yesterday", "must be a time");
    expect("step", "PT0S", "must be whole seconds");
    expect("from", "2090-01-01T00:00:00Z", "must be before to");
    given()
        .queryParam("step", "PT1S")
        .get("/api/sites/watch-c/history")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("step"));
  }

  private static void expect(String field, String value, String message) {
    given()
        .queryParam(field, value)
        .get("/api/sites/watch-c/history")
        .then()
        .statusCode(400)
        .body("violations[0].field", is(field))
        .body("violations[0].message", containsString(message));
  }

  private static JsonPath history() {
    return given()
        .queryParam("step", "PT1M")
        .get("/api/sites/watch-b/history")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static EventStream open(String site, @org.jspecify.annotations.Nullable String lastId) {
    return EventStream.open(RestAssured.port, "/api/sites/" + site + "/events", lastId);
  }

  private static void put(String site, String chargePoint) {
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "nodes",
                List.of(Map.of("id", "grid", "limitA", List.of(40, 40, 40))),
                "connectors",
                List.of(Map.of("chargePoint", chargePoint, "connectorId", 1, "node", "grid"))))
        .put("/api/sites/{id}", site)
        .then()
        .statusCode(201);
  }
}
