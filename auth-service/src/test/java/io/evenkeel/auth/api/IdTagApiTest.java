package io.evenkeel.auth.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class IdTagApiTest {

  @Test
  void aTagIsMadeShownChangedAndRemoved() {
    // made, with everything
    put("Api-Fleet", "{\"status\":\"Accepted\"}").statusCode(201);
    put(
            "Api-Card",
            """
            {"status":"Accepted","expiryDate":"2099-12-31T23:59:59+01:00","parentIdTag":"API-FLEET",
             "maxConcurrentTransactions":2,"note":"Jane's \\"second\\" card"}
            """)
        .statusCode(201)
        .header("Location", endsWith("/api/id-tags/Api-Card"))
        .body("effectiveStatus", equalTo("Accepted"));
    // shown, in any spelling, as it was first written
    get("api-CARD")
        .statusCode(200)
        .body("idTag", equalTo("Api-Card"))
        .body("status", equalTo("Accepted"))
        .body("expiryDate", equalTo("2099-12-31T22:59:59Z"))
        .body("parentIdTag", equalTo("Api-Fleet"))
        .body("maxConcurrentTransactions", equalTo(2))
        .body("note", equalTo("Jane's \"second\" card"))
        .body("createdAt", notNullValue());
    // changed: what is not said is no longer there
    put("API-CARD", "{\"status\":\"Blocked\"}")
        .statusCode(200)
        .body("idTag", equalTo("Api-Card"))
        .body("effectiveStatus", equalTo("Blocked"))
        .body("$", not(hasItem("note")));
    get("Api-Card")
        .body("expiryDate", nullValue())
        .body("parentIdTag", nullValue())
        .body("maxConcurrentTransactions", nullValue())
        .body("note", nullValue());
    // removed
    delete("API-card").statusCode(204);
    get("Api-Card").statusCode(404).contentType("application/problem+json");
    delete("Api-Card").statusCode(404);
    // and made again, spelled anew
    put("API-CARD", "{\"status\":\"Accepted\"}").statusCode(201).body("idTag", equalTo("API-CARD"));
  }

  @Test
  void aTagPastItsExpiryIsExpired() {
    put("Api-Past", "{\"status\":\"Accepted\",\"expiryDate\":\"2020-01-01T00:00:00Z\"}")
        .statusCode(201)
        .body("status", equalTo("Accepted"))
        .body("effectiveStatus", equalTo("Expired"));
  }

  @Test
  void aTagIsNoBetterThanItsGroup() {
    put("Api-G1", "{\"status\":\"Accepted\"}");
    put("Api-M1", "{\"status\":\"Accepted\",\"parentIdTag\":\"Api-G1\"}").statusCode(201);
    put("Api-G1", "{\"status\":\"Blocked\"}").statusCode(200);
    get("Api-M1").body("status", equalTo("Accepted")).body("effectiveStatus", equalTo("Blocked"));
    delete("Api-G1").statusCode(409).body("detail", containsString("Api-G1"));
  }

  @Test
  void groupsThatCannotBeAreRefused() {
    put("Api-A", "{\"status\":\"Accepted\"}");
    put("Api-B", "{\"status\":\"Accepted\",\"parentIdTag\":\"Api-A\"}");
    put("Api-A", "{\"status\":\"Accepted\",\"parentIdTag\":\"Api-B\"}")
        .statusCode(400)
        .body("violations[0].field", equalTo("parentIdTag"))
        .body("violations[0].message", containsString("circle"));
    put("Api-A", "{\"status\":\"Accepted\",\"parentIdTag\":\"api-a\"}")
        .statusCode(400)
        .body("violations[0].message", equalTo("must not be the idTag itself"));
    put("Api-New", "{\"status\":\"Accepted\",\"parentIdTag\":\"Api-None\"}")
        .statusCode(400)
        .body("violations[0].message", containsString("'Api-None' is not"));
    get("Api-New").statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"accepted\"}|status",
        "{\"status\":\"ConcurrentTx\"}|status",
        "{\"status\":\"\"}|status",
        "{\"status\":7}|status",
        "{}|status",
        "{\"status\":\"Accepted\",\"expiryDate\":\"tomorrow\"}|expiryDate",
        "{\"status\":\"Accepted\",\"expiryDate\":1893456000}|expiryDate",
        "{\"status\":\"Accepted\",\"maxConcurrentTransactions\":0}|maxConcurrentTransactions",
        "{\"status\":\"Accepted\",\"maxConcurrentTransactions\":1.5}|maxConcurrentTransactions",
        "{\"status\":\"Accepted\",\"maxConcurrentTransactions\":\"2\"}|maxConcurrentTransactions",
        "{\"status\":\"Accepted\",\"parentIdTag\":\"123456789012345678901\"}|parentIdTag",
        "{\"status\":\"Accepted\",\"note\":[\"x\"]}|note",
        "{\"status\":\"Accepted\",\"expiry\":\"2099-01-01T00:00:00Z\"}|expiry",
        "[]|body",
        "{oops|body",
        "null|body",
      })
  void aFieldThatIsWrongIsNamed(String body, String field) {
    put("Api-Bad", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", contains(field))
        .body("violations.in", contains("body"));
    get("Api-Bad").statusCode(404);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    put("Api-Bad", "{\"status\":\"x\",\"maxConcurrentTransactions\":-1}")
        .statusCode(400)
        .body("violations.field", hasItems("status", "maxConcurrentTransactions"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345678901", "Ä", "import", "a\tb"})
  void aNameThatIsNoneIsRefused(String idTag) {
    put(idTag, "{\"status\":\"Accepted\"}")
        .statusCode(400)
        .body("violations[0].field", equalTo("idTag"))
        .body("violations[0].in", equalTo("path"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901234567890", "a b", "a+b", "a%2Fb", "a;b", "#?&=~", "x/y"})
  void aNameOfUnusualCharactersWorks(String idTag) {
    put(idTag, "{\"status\":\"Accepted\"}").statusCode(201).body("idTag", equalTo(idTag));
    get(idTag).statusCode(200).body("idTag", equalTo(idTag));
    delete(idTag).statusCode(204);
  }

  @Test
  void aListIsFilteredAndPaged() {
    for (int i = 0; i < 5; i++) {
      put("Lst-" + i, "{\"status\":\"" + (i % 2 == 0 ? "Accepted" : "Blocked") + "\"}");
    }
    put("Lst-M", "{\"status\":\"Invalid\",\"parentIdTag\":\"Lst-0\",\"note\":\"100%_SURE\"}");
    given()
        .get("/api/id-tags?text=lst-&page=1&size=2")
        .then()
        .statusCode(200)
        .body("items.idTag", contains("Lst-2", "Lst-3"))
        .body("page", equalTo(1))
        .body("size", equalTo(2))
        .body("total", equalTo(6));
    given()
        .get("/api/id-tags?text=LST-&status=Blocked")
        .then()
        .body("items.idTag", contains("Lst-1", "Lst-3"));
    given()
        .get("/api/id-tags?parentIdTag=lst-0")
        .then()
        .body("items.idTag", contains("Lst-M"))
        .body("items[0].effectiveStatus", equalTo("Invalid"));
    given()
        .queryParam("text", "100%_s")
        .get("/api/id-tags")
        .then()
        .body("items.idTag", contains("Lst-M"));
    given().queryParam("text", "0%s").get("/api/id-tags").then().body("total", equalTo(0));
    given().get("/api/id-tags?text=Lst-&page=9").then().body("items.size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "page=-1, page",
    "page=x, page",
    "size=0, size",
    "size=1001, size",
    "status=Unknown, status",
    "parentIdTag=123456789012345678901, parentIdTag",
    "text=a%00b, text"
  })
  void aQueryThatIsWrongIsNamed(String query, String field) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/id-tags?" + query)
        .then()
        .statusCode(400)
        .body("violations.field", contains(field))
        .body("violations.in", contains("query"));
  }

  @Test
  void otherMethodsAndTypesAreRefused() {
    given().contentType(ContentType.TEXT).body("x").put("/api/id-tags/A").then().statusCode(415);
    given().patch("/api/id-tags/A").then().statusCode(405);
  }

  @Test
  @TestSecurity(
      user = "driver",
      roles = {"driver", "site-manager"})
  void otherRolesAreRefused() {
    given().get("/api/id-tags").then().statusCode(403);
    get("A").statusCode(403);
    put("A", "{\"status\":\"Accepted\"}").statusCode(403);
    delete("A").statusCode(403);
    given().get("/api/id-tags/dead-letters").then().statusCode(403);
    given()
        .contentType("text/csv")
        .body("idTag\nA\n")
        .post("/api/id-tags/import")
        .then()
        .statusCode(403);
  }

  @Test
  @TestSecurity
  void withoutATokenNothingIsAnswered() {
    given().get("/api/id-tags").then().statusCode(401);
    get("A").statusCode(401);
    put("A", "{\"status\":\"Accepted\"}").statusCode(401);
    delete("A").statusCode(401);
    given().get("/api/id-tags/dead-letters").then().statusCode(401);
    given().contentType("text/csv").post("/api/id-tags/import").then().statusCode(401);
  }

  private static ValidatableResponse get(String idTag) {
    return given().pathParam("tag", idTag).get("/api/id-tags/{tag}").then();
  }

  private static ValidatableResponse put(String idTag, String body) {
    return given()
        .contentType(ContentType.JSON)
        .pathParam("tag", idTag)
        .body(body)
        .put("/api/id-tags/{tag}")
        .then();
  }

  private static ValidatableResponse delete(String idTag) {
    return given().pathParam("tag", idTag).delete("/api/id-tags/{tag}").then();
  }
}
