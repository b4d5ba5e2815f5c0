package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
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

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class SiteApiTest {

  private static final String SITE =
      """
      {"nodes": [
         {"id": "grid", "limits": [{"slot": 0, "a": [100, 100, 80.5]}]},
         {"id": "c1", "parent": "grid", "kind": "PANEL", "limitA": [63, 63, 63]}],
       "connectors": [
         {"chargePoint": "%1$s-1", "connectorId": 1, "node": "c1"},
         {"id": "left", "chargePoint": "%1$s-2", "connectorId": 2, "node": "grid",
          "rotation": "STR", "phases": 1, "maxA": 16}]}
      """;

  @Test
  void aSiteIsMadeReadReplacedAndDeleted() {
    put("api-a", SITE.formatted("api-a"))
        .statusCode(201)
        .header("Location", endsWith("/api/sites/api-a"))
        .body("status", is("/api/sites/api-a/status"));
    String read =
        given()
            .get("/api/sites/api-a")
            .then()
            .statusCode(200)
            .body("id", is("api-a"))
            .body("voltage", is(230))
            .body("nodes[0].parent", nullValue())
            .body("nodes[0].kind", is("GRID"))
            .body("nodes[0].limits[0].slot", is(0))
            .body("nodes[0].limits[0].a[2]", is(80.5f))
            .body("nodes[1].limitA[0]", is(63.0f))
            .body("nodes[1].limits", nullValue())
            .body("connectors[0].id", is("api-a-1-1"))
            .body("connectors[0].rotation", is("RST"))
            .body("connectors[0].phases", is(3))
            .body("connectors[0].maxA", is(32.0f))
            .body("connectors[1].chargePoint", is("api-a-2"))
            .extract()
            .asString();

    put("api-a", read).statusCode(200);
    given().delete("/api/sites/api-a").then().statusCode(204);

    given().get("/api/sites/api-a").then().statusCode(404).body("status", is(404));
    given().get("/api/sites/api-a/status").then().statusCode(404);
    given().delete("/api/sites/api-a").then().statusCode(404);
  }

  @Test
  void theStatusOfASiteNobodyHasHeardOfReservesTheMaximum() {
    put("api-b", SITE.formatted("api-b")).statusCode(201);

    given()
        .get("/api/sites/api-b/status")
        .then()
        .statusCode(200)
        .body("underControl", is(true))
        .body("converged", is(false))
        .body("nodes[0].id", is("grid"))
        .body("nodes[0].limitA[2]", is(80.5f))
        .body("nodes[0].mayBeDrawnA", equalTo(List.of(32.0f, 48.0f, 32.0f)))
        .body("nodes[0].measuredA[0]", is(0))
        .body("connectors[0].standing", is("OFFLINE"))
        .body("connectors[0].mayDrawA", is(32.0f))
        .body("connectors[0].applied.defaultA", nullValue())
        .body("connectors[0].why.reason", is("OFFLINE"))
        .body("connectors[0].why.applied.reason", is("OFFLINE"))
        .body("connectors[0].why.applied.countsA", is(32.0f))
        .body("connectors[0].why.text", containsString("not connected; counts at 32.0 A"));
  }

  @Test
  void sitesAreListedByPages() {
    put("api-c1", SITE.formatted("api-c1")).statusCode(201);
    put("api-c2", SITE.formatted("api-c2")).statusCode(201);

    given()
        .queryParam("size", 1000)
        .get("/api/sites")
        .then()
        .statusCode(200)
        .body("items.id", hasItem("api-c1"))
        .body("items.id", hasItem("api-c2"))
        .body("page", is(0))
        .body("total", greaterThanOrEqualTo(2));
    given().queryParam("size", 1).get("/api/sites").then().body("items.size()", is(1));
    given().queryParam("size", 1001).get("/api/sites").then().statusCode(400);
    given().queryParam("page", "x").get("/api/sites").then().statusCode(400);
  }

  @Test
  void deadLettersAreListed() {
    given().get("/api/sites/dead-letters").then().statusCode(200).body("page", is(0));
  }

  @Test
  void aChargePointBelongsToOneSite() {
    put("api-d1", SITE.formatted("api-d")).statusCode(201);

    put("api-d2", SITE.formatted("api-d"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is("connectors[0].chargePoint"))
        .body("violations[0].message", is("is in another site already: api-d-1 is in api-d1"));

    given().get("/api/sites/api-d2").then().statusCode(404);
  }

  @Test
  void whatIsWrongIsNamed() {
    expect("[]", "body", "must be an object");
    expect("{", "body", "is no JSON: it ends too early");
    expect("{\"voltage\": 1e99999999999}", "body", "a number or text in it is too long");
    expect("{\"voltage\": 1e999}", "voltage", "from -999999999 to 999999999");
    expect("{\"nodes\": []}", "nodes", "must have at least one node");
    expect("{\"sides\": 1}", "sides", "is unknown; there are connectors, defaultEnergyWh");
    expect(nodes("{\"id\": \"g\"}"), "nodes[0].limits", "is required");
    expect(nodes("{\"id\": \"g\", \"limitA\": [1, 2]}"), "nodes[0].limitA", "must be three");
    expect(
        nodes("{\"id\": \"g\", \"limitA\": [1, -2, 3]}"),
        "nodes[0].limitA[1]",
        "must be 0 to 100000 A, not -2");
    expect(
        nodes("{\"id\": \"g\", \"limits\": [{\"slot\": 0, \"a\": [1, \"2\", 3]}]}"),
        "nodes[0].limits[0].a[1]",
        "must be a number");
    expect(
        nodes(
            "{\"id\": \"g\", \"limits\": [{\"slot\": 0, \"a\": [1, 1, 1]},"
                + " {\"slot\": 4, \"a\": [1, 1, 1]}]}"),
        "nodes[0].limits[1].slot",
        "must be 0: a time of day is from");
    expect(
        nodes("{\"id\": \"g\", \"limitA\": [1, 1, 1]}, {\"id\": \"h\", \"limitA\": [1, 1, 1]}"),
        "nodes[1].parent",
        "must be given: g is the root already");
    expect(
        "{\"nodes\": [{\"id\": \"g\", \"limitA\": [50, 50, 50]}], \"connectors\":"
            + " [{\"chargePoint\": \"x\", \"connectorId\": 1, \"node\": \"nope\"}]}",
        "connectors[0].node",
        "is no node of this site: nope");
    put("dead-letters", nodes("{\"id\": \"g\", \"limitA\": [1, 1, 1]}")).statusCode(400);
  }

  private static void expect(String body, String field, String message) {
    put("api-wrong", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is(field))
        .body("violations[0].message", containsString(message));
  }

  private static String nodes(String nodes) {
    return "{\"nodes\": [" + nodes + "]}";
  }

  @Test
  @TestSecurity
  void withoutATokenNothingIsTold() {
    given().get("/api/sites").then().statusCode(401);
    put("api-e", SITE.formatted("api-e")).statusCode(401);
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void driversAreNotAsked() {
    given().get("/api/sites").then().statusCode(403);
    given().get("/api/sites/api-a/status").then().statusCode(403);
    given().delete("/api/sites/api-a").then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "manager", roles = "site-manager")
  void siteManagersMayLook() {
    given().get("/api/sites").then().statusCode(200);
  }

  private static ValidatableResponse put(String id, String body) {
    return given().contentType(ContentType.JSON).body(body).put("/api/sites/{id}", id).then();
  }
}
