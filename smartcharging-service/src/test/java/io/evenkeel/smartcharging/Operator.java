package io.evenkeel.smartcharging;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;

/** Plays the people who describe sites and look at them, over the API. */
public final class Operator {
  private Operator() {}

  /** A site of one node, which carries so many A on each phase; each charge point has a socket. */
  public static void put(String site, int limit, String... chargePoints) {
    put(site, "", "\"limitA\": [%1$d, %1$d, %1$d]".formatted(limit), chargePoints);
  }

  /** The same with what else is said of the site, and all that is said of its node. */
  public static void put(String site, String terms, String node, String... chargePoints) {
    var connectors =
        Arrays.stream(chargePoints)
            .map("{\"chargePoint\": \"%s\", \"connectorId\": 1, \"node\": \"grid\"}"::formatted)
            .toList();
    given()
        .contentType(ContentType.JSON)
        .body(
            "{%s \"nodes\": [{\"id\": \"grid\", %s}], \"connectors\": %s}"
                .formatted(terms, node, connectors))
        .put("/api/sites/{id}", site)
        .then()
        .statusCode(oneOf(200, 201))
        .body("id", is(site));
  }

  public static JsonPath status(String site) {
    return shown(site, "status");
  }

  public static JsonPath plan(String site) {
    return shown(site, "plan");
  }

  private static JsonPath shown(String site, String what) {
    return given().get("/api/sites/{id}/" + what, site).then().statusCode(200).extract().jsonPath();
  }
}
