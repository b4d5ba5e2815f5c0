package io.evenkeel.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The REST API as the administrator. */
final class Api {

  private final String base;
  private final String token;

  private Api(String base, String token) {
    this.base = base;
    this.token = token;
  }

  static Api login(Network network) {
    String token =
        given()
            .baseUri(network.api())
            .contentType(ContentType.JSON)
            .body(Map.of("user", "admin", "password", network.password()))
            .post("/api/login")
            .then()
            .statusCode(200)
            .extract()
            .path("token");
    return new Api(network.api(), token);
  }

  RequestSpecification request() {
    return given().baseUri(base).auth().oauth2(token).contentType(ContentType.JSON);
  }

  Response get(String path, Object... parameters) {
    return request().get(path, parameters);
  }

  /** Registers or changes; fails when the API refuses. */
  void put(String path, Object body, Object... parameters) {
    Response response = request().body(body).put(path, parameters);
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          "PUT " + path + " answered " + response.statusCode() + " " + response.asString());
    }
  }

  void chargePoint(String id) {
    put("/api/charge-points/{id}", Map.of(), id);
  }

  void idTag(String idTag) {
    put("/api/id-tags/{idTag}", Map.of("status", "Accepted"), idTag);
  }

  Response command(String chargePoint, String action, Object payload) {
    return request()
        .body(payload)
        .post("/api/charge-points/{id}/commands/{action}", chargePoint, action);
  }
}
