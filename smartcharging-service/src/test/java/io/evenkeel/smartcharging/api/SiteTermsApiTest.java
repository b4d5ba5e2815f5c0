package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.evenkeel.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a site says beside its tree: times of day, loads, meters, money, and who comes first. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "site-manager")
class SiteTermsApiTest {

  private static final String SITE =
      """
      {"timeZone": "Europe/Berlin", "feedIn": 0.06, "demandChargePerKw": 0.3,
       "defaultStay": "PT4H", "defaultEnergyWh": 12000, "horizon": "PT12H", "slot": "PT5M",
       "nodes": [
         {"id": "grid", "maxImbalanceA": 20,
          "limits": [{"from": "06:00", "a": [100, 100, 80.55]}, {"from": "22:00", "a": [150, 150, 150]}],
          "baseA": [{"from": "00:00", "a": [10, 10, -5]}, {"from": "07:30", "a": [31.21, 28, 25]}],
          "meters": [{"id": "main", "measures": "total"},
                     {"id": "pv", "measures": "unmanaged", "marginA": 0.5, "staleAfter": "PT1M"}]},
         {"id": "c1", "parent": "grid", "limitA": [63, 63, 63], "baseA": [[1], [2], [3.5]]}],
       "connectors": [
         {"chargePoint": "terms-1", "connectorId": 1, "node": "c1", "weight": 2.5, "group": 1,
          "servePriority": 3, "guaranteedWh": 5000}]}
      """;

  @Test
  void whatIsPutIsGotAndCanBePutAgain() {
    put(SITE.replace("{\"id\": \"main\", \"measures\": \"total\"},", "")).statusCode(201);

    String read =
        given()
            .get("/api/sites/terms")
            .then()
            .statusCode(200)
            .body("timeZone", is("Europe/Berlin"))
            .body("feedIn", is(0.06f))
            .body("demandChargePerKw", is(0.3f))
            .body("defaultStay", is("PT4H"))
            .body("defaultEnergyWh", is(12000))
            .body("horizon", is("PT12H"))
            .body("slot", is("PT5M"))
            .body("nodes[0].maxImbalanceA", is(20.0f))
            .body("nodes[0].limits.from", equalTo(List.of("06:00", "22:00")))
            .body("nodes[0].limits[0].slot", nullValue())
            .body("nodes[0].limits[0].a[2]", is(80.5f))
            .body("nodes[0].baseA[1].a[0]", is(31.3f))
            .body("nodes[0].baseA[0].a[2]", is(-5.0f))
            .body("nodes[0].meters[0].measures", is("unmanaged"))
            .body("nodes[0].meters[0].marginA", is(0.5f))
            .body("nodes[0].meters[0].staleAfter", is("PT1M"))
            .body("nodes[1].baseA", equalTo(List.of(1f, 2f, 3.5f)))
            .body("nodes[1].limitA", equalTo(List.of(63f, 63f, 63f)))
            .body("nodes[1].limits", nullValue())
            .body("nodes[1].meters", nullValue())
            .body("connectors[0].weight", is(2.5f))
            .body("connectors[0].group", is(1))
            .body("connectors[0].servePriority", is(3.0f))
            .body("connectors[0].guaranteedWh", is(5000))
            .extract()
            .asString();

    put(read).statusCode(200);
    given().get("/api/sites/terms").then().body("$", equalTo(put(read).extract().path("$")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Europe/Berlin | Europe/Bergen | timeZone | must be a time zone such as Europe/Berlin",
        "\"horizon\": \"PT12H\" | \"horizon\": \"PT12H1S\" | horizon | whole slots",
        "\"slot\": \"PT5M\" | \"slot\": \"PT7M\" | slot | a part of it in whole minutes",
        "\"PT4H\" | \"4 hours\" | defaultStay | must be a duration",
        "12000 | -1 | defaultEnergyWh | must be 0 to 1000000",
        "0.3 | -0.3 | demandChargePerKw | must be 0 to 10000",
        "06:00 | 6:00 | nodes[0].limits[0].from | must be a time of day",
        "06:00 | 23:00 | nodes[0].limits[1].from | must be later than the entry before it",
        "07:30 | 00:00 | nodes[0].baseA[1].from | must be later",
        "\"maxImbalanceA\": 20 | \"maxImbalanceA\": -1 | nodes[0].maxImbalanceA | not be negative",
        "\"total\" | \"both\" | nodes[0].meters[0].measures | must be total or unmanaged",
        "\"main\" | \"main\" | nodes[0].meters[0].measures | total must be the only meter",
        "PT1M | PT1S | nodes[0].meters[1].staleAfter | must be PT10S to PT24H",
        "2.5 | 0 | connectors[0].weight | must be 0.01 to 100",
        "5000 | -5 | connectors[0].guaranteedWh | must be 0 to 1000000",
        "80.55 | -1 | nodes[0].limits[0].a[2] | must be 0 to 100000 A, not -1"
      })
  void whatIsWrongIsNamed(String right, String wrong, String field, String message) {
    put(SITE.replace(right, wrong))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", org.hamcrest.Matchers.hasItem(field))
        .body(
            "violations.find { it.field == '%s' }.message".formatted(field),
            containsString(message));
  }

  private static ValidatableResponse put(String body) {
    return given().contentType(ContentType.JSON).body(body).put("/api/sites/terms").then();
  }
}
