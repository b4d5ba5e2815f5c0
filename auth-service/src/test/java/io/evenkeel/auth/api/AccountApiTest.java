package io.evenkeel.auth.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSecurity(user = "admin", roles = "admin")
class AccountApiTest {

  @Test
  void anAccountIsMadeShownChangedAndRemoved() {
    put("Jane", "{\"roles\":[\"operator\",\"driver\"],\"password\":\"correct horse\"}")
        .statusCode(201)
        .header("Location", endsWith("/api/accounts/Jane"))
        .body("user", equalTo("jane"))
        .body("roles", contains("driver", "operator"))
        .body("enabled", equalTo(true))
        .body("$", not(hasKey("password")));
    given()
        .get("/api/accounts/JANE")
        .then()
        .statusCode(200)
        .body("user", equalTo("jane"))
        .body("$", not(hasKey("password")))
        .body("$", not(hasKey("passwordHash")));
    given().get("/api/accounts?size=1000").then().body("items.user", hasItem("jane"));
    login("jane", "correct horse").statusCode(200);
    // without a password it keeps the one it has
    put("jane", "{\"roles\":[\"driver\"]}").statusCode(200).body("roles", contains("driver"));
    login("jane", "correct horse").statusCode(200);
    // with another it has that one
    put("jane", "{\"roles\":[\"driver\"],\"password\":\"battery staple\"}").statusCode(200);
    login("jane", "correct horse").statusCode(401);
    login("jane", "battery staple").statusCode(200);
    // and when it is not enabled it cannot log in
    put("jane", "{\"roles\":[\"driver\"],\"enabled\":false}").statusCode(200);
    login("jane", "battery staple").statusCode(401);
    given().delete("/api/accounts/jane").then().statusCode(204);
    given().get("/api/accounts/jane").then().statusCode(404);
    given().delete("/api/accounts/jane").then().statusCode(404);
  }

  @Test
  void theRolesOfTheAccountAreTheRolesOfItsToken() {
    put("site.boss", "{\"roles\":[\"site-manager\"],\"password\":\"correct horse\"}");
    String token = login("site.boss", "correct horse").extract().path("token");
    given().auth().oauth2(token).get("/api/id-tags").then().statusCode(403);
    given().auth().oauth2(token).get("/api/accounts").then().statusCode(403);
  }

  @Test
  void thereIsAlwaysAnAdministrator() {
    // Given that admin is the only one
    put("admin", "{\"roles\":[\"operator\"]}")
        .statusCode(409)
        .body("detail", containsString("last administrator"));
    put("admin", "{\"roles\":[\"admin\"],\"enabled\":false}").statusCode(409);
    given().delete("/api/accounts/admin").then().statusCode(409);
    put("admin", "{\"roles\":[\"admin\",\"operator\"]}").statusCode(200);
    // one that is not enabled does not count
    put("second", "{\"roles\":[\"admin\"],\"enabled\":false,\"password\":\"correct horse\"}");
    given().delete("/api/accounts/admin").then().statusCode(409);
    // When there is a second one, either may go, but not both
    put("second", "{\"roles\":[\"admin\"]}").statusCode(200);
    put("admin", "{\"roles\":[\"operator\"]}").statusCode(200);
    given().delete("/api/accounts/second").then().statusCode(409);
    put("admin", "{\"roles\":[\"admin\"]}").statusCode(200);
    given().delete("/api/accounts/second").then().statusCode(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"roles\":[\"admin\"]}|password",
        "{\"roles\":[\"admin\"],\"password\":\"short\"}|password",
        "{\"roles\":[\"admin\"],\"password\":12345678}|password",
        "{\"roles\":[\"root\"],\"password\":\"long enough\"}|roles",
        "{\"roles\":\"admin\",\"password\":\"long enough\"}|roles",
        "{\"password\":\"long enough\"}|roles",
        "{\"roles\":[],\"enabled\":\"yes\",\"password\":\"long enough\"}|enabled",
        "{\"roles\":[],\"role\":\"admin\",\"password\":\"long enough\"}|role",
      })
  void aFieldThatIsWrongIsNamed(String body, String field) {
    put("nobody", body).statusCode(400).body("violations.field", hasItem(field));
    given().get("/api/accounts/nobody").then().statusCode(404);
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    put("me", "{\"roles\":[],\"password\":\"long enough\"}")
        .statusCode(400)
        .body("violations[0].field", equalTo("user"));
    put("a b", "{\"roles\":[],\"password\":\"long enough\"}").statusCode(400);
  }

  @Test
  void ownPasswordsAreChangedByThoseWhoKnowThem() {
    put("joe", "{\"roles\":[\"driver\"],\"password\":\"correct horse\"}").statusCode(201);
    String token = login("joe", "correct horse").extract().path("token");
    change(token, "{\"currentPassword\":\"wrong\",\"password\":\"battery staple\"}")
        .statusCode(400)
        .body("violations[0].field", equalTo("currentPassword"));
    change(token, "{\"currentPassword\":\"correct horse\",\"password\":\"short\"}")
        .statusCode(400)
        .body("violations.field", contains("password"));
    change(token, "{\"password\":\"battery staple\"}")
        .statusCode(400)
        .body("violations.field", contains("currentPassword"));
    change(token, "{\"currentPassword\":\"correct horse\",\"password\":\"battery staple\"}")
        .statusCode(204);
    login("joe", "correct horse").statusCode(401);
    login("joe", "battery staple").statusCode(200);
    // and guessing is slowed down here as at the login
    for (int attempt = 0; attempt < 6; attempt++) {
      change(token, "{\"currentPassword\":\"guess\",\"password\":\"battery staple\"}")
          .statusCode(400);
    }
    change(token, "{\"currentPassword\":\"guess\",\"password\":\"battery staple\"}")
        .statusCode(429);
    given().delete("/api/accounts/joe").then().statusCode(204);
  }

  @Test
  @TestSecurity(user = "op", roles = "operator")
  void otherRolesAreRefused() {
    given()
        .get("/api/accounts")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", equalTo("This takes the role admin"));
    given().get("/api/accounts/admin").then().statusCode(403);
    put("eve", "{\"roles\":[\"admin\"],\"password\":\"correct horse\"}").statusCode(403);
    given().delete("/api/accounts/admin").then().statusCode(403);
  }

  private static ValidatableResponse change(String token, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/accounts/me/password")
        .then();
  }

  private static ValidatableResponse put(String user, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/accounts/{user}", user)
        .then();
  }

  private static ValidatableResponse login(String user, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("user", user, "password", password))
        .post("/api/login")
        .then();
  }
}
