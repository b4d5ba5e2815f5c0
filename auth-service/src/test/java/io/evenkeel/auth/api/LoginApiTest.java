package io.evenkeel.auth.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.auth.IdentityResource;
import io.evenkeel.embedded.PostgresResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = IdentityResource.class, scope = TestResourceScope.GLOBAL)
class LoginApiTest {

  @ConfigProperty(name = "evenkeel.data")
  Path data;

  @Test
  void theGeneratedPasswordLogsInAndItsTokenOpensProtectedEndpoints() throws IOException {
    // Given the password that the first start wrote
    Path file = data.resolve("admin-password");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String password = Files.readString(file).strip();
    // When
    String token =
        login("ADMIN", password)
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("expiresAt", notNullValue())
            .extract()
            .path("token");
    // Then
    given().auth().oauth2(token).get("/api/accounts").then().statusCode(200);
    given().auth().oauth2(token).get("/api/id-tags").then().statusCode(200);
    given().auth().oauth2(token + "x").get("/api/id-tags").then().statusCode(401);
  }

  @Test
  void theTokenSaysWhenItEnds() throws IOException {
    String password = Files.readString(data.resolve("admin-password")).strip();
    Instant before = Instant.now();
    String end = login("admin", password).statusCode(200).extract().path("expiresAt");
    assertTrue(Instant.parse(end).isAfter(before.plusSeconds(8 * 3600 - 60)), "about 8 h: " + end);
    assertTrue(Instant.parse(end).isBefore(before.plusSeconds(8 * 3600 + 60)), "about 8 h: " + end);
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
    String known = login("admin", "not the password").statusCode(401).extract().asString();
    String unknown =
        login("nobody-of-this-name", "not the password").statusCode(401).extract().asString();
    assertEquals(known, unknown);
  }

  @Test
  void wrongAttemptsAreRefusedAfterAWhileWhetherTheUserExistsOrNot() throws IOException {
    make("target-of-guesses");
    for (String user : new String[] {"ghost-of-a-user", "target-of-guesses"}) {
      for (int attempt = 0; attempt < 6; attempt++) {
        login(user, "wrong-" + attempt).statusCode(401);
      }
      login(user, "correct horse")
          .statusCode(429)
          .header("Retry-After", Integer::parseInt, greaterThan(0))
          .contentType("application/problem+json");
    }
  }

  private void make(String user) throws IOException {
    String password = Files.readString(data.resolve("admin-password")).strip();
    String token = login("admin", password).statusCode(200).extract().path("token");
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"roles\":[\"driver\"],\"password\":\"correct horse\"}")
        .put("/api/accounts/" + user)
        .then()
        .statusCode(201);
  }

  @Test
  void bodiesThatSayNothingAreNamed() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"user\":\"admin\"}")
        .post("/api/login")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("password"));
    given()
        .contentType(ContentType.JSON)
        .body("{oops")
        .post("/api/login")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("body"));
    given().contentType(ContentType.JSON).post("/api/login").then().statusCode(400);
  }

  @Test
  void whatIsProtectedNeedsAToken() {
    given()
        .get("/api/id-tags")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer");
    given().get("/api/accounts").then().statusCode(401);
    given().delete("/api/id-tags/X").then().statusCode(401);
    given().put("/api/accounts/me/password").then().statusCode(401);
    given().get("/q/metrics").then().statusCode(401);
    given().get("/q/openapi").then().statusCode(401);
  }

  @Test
  void healthNeedsNone() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  @TestSecurity(user = "op", roles = "operator")
  void operatorsSeeMetricsAndTheApisDescription() {
    login("nobody-of-this-name", "not the password").statusCode(401);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("evenkeel_auth_logins_total"));
    given().get("/q/openapi").then().statusCode(200).body(containsString("/api/id-tags/{idTag}"));
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void othersDoNot() {
    given().get("/q/metrics").then().statusCode(403);
    given().get("/q/openapi").then().statusCode(403);
  }

  private static ValidatableResponse login(String user, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("user", user, "password", password))
        .post("/api/login")
        .then();
  }
}
