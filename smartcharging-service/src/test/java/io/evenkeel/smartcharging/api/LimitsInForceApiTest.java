package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.EventStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limit that is shown is the one in force, not the least of the day. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class LimitsInForceApiTest {

  @Test
  void aDailyLimitIsShownAsItIsNowAndUntilWhen() {
    LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    List<String> limits =
        Stream.of(now.minusHours(2) + "=50", now.plusHours(4) + "=20")
            .sorted()
            .map(each -> each.split("="))
            .map(each -> "{\"from\": \"%s\", \"a\": [%2$s, %2$s, %2$s]}".formatted((Object[]) each))
            .toList();

    put("force-a", "\"limits\": %s, \"baseA\": [5, 5, 5]".formatted(limits));

    JsonPath status = status("force-a");
    assertTrue(
        status.getList("nodes[0].limitA", Float.class).equals(List.of(50f, 50f, 50f)),
        status.prettify());
    assertTrue(
        status.getList("nodes[0].forChargingA", Float.class).equals(List.of(45f, 45f, 45f)),
        status.prettify());
    Instant until = Instant.parse(status.getString("nodes[0].limitUntil"));
    assertTrue(
        until.atOffset(ZoneOffset.UTC).toLocalTime().equals(now.plusHours(4)), until.toString());
    Await.until(
        "samples",
        () -> {
          List<Float> sampled = history("force-a").getList("series[0].limitA", Float.class);
          return sampled != null && sampled.equals(List.of(50f));
        });
  }

  @Test
  void aSignalIsInForceWhileItLastsAndIsTold() {
    put("force-b", "\"limitA\": [40, 40, 40]");
    given()
        .get("/api/sites/force-b/status")
        .then()
        .body("nodes[0].limitA", equalTo(List.of(40.0f, 40.0f, 40.0f)))
        .body("nodes[0].limitUntil", nullValue());
    try (EventStream stream =
        EventStream.open(RestAssured.port, "/api/sites/force-b/events", null)) {
      Await.until("watching", () -> stream.has(":nothing new"));

      // When
      signal(Instant.now().plus(Duration.ofHours(2)));

      // Then
      Await.until(
          "limit event",
          () ->
              stream.all("data").stream()
                  .anyMatch(
                      data ->
                          data.contains("\"type\":\"limit\"")
                              && data.contains("\"node\":\"grid\"")
                              && data.contains("\"limitA\":[16.0,16.0,16.0]")));
    }
    JsonPath status = status("force-b");
    assertTrue(
        status.getList("nodes[0].limitA", Float.class).equals(List.of(16f, 16f, 16f)),
        status.prettify());
    Instant until = Instant.parse(status.getString("nodes[0].limitUntil"));
    assertTrue(until.isAfter(Instant.now().plus(Duration.ofMinutes(100))), until.toString());
    Await.until(
        "sampled", () -> history("force-b").getList("series[0].limitA", Float.class).contains(16f));
    given().delete("/api/sites/force-b/signals/dim").then().statusCode(204);
    given()
        .get("/api/sites/force-b/status")
        .then()
        .body("nodes[0].limitA[0]", is(40.0f))
        .body("nodes[0].limitUntil", nullValue());
  }

  private static void signal(Instant until) {
    given()
        .contentType(ContentType.JSON)
        .body("{\"node\": \"grid\", \"a\": [16, 16, 16], \"until\": \"%s\"}".formatted(until))
        .put("/api/sites/force-b/signals/dim")
        .then()
        .statusCode(201);
  }

  private static JsonPath status(String site) {
    return given().get("/api/sites/{id}/status", site).then().statusCode(200).extract().jsonPath();
  }

  private static JsonPath history(String site) {
    return given()
        .queryParam("step", "PT1H")
        .get("/api/sites/{id}/history", site)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void put(String site, String grid) {
    given()
        .contentType(ContentType.JSON)
        .body("{\"nodes\": [{\"id\": \"grid\", %s}], \"connectors\": []}".formatted(grid))
        .put("/api/sites/{id}", site)
        .then()
        .statusCode(201);
  }
}
