package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** People who send commands to one charge point. */
record CommandClient(String chargePoint) {

  private static final Executor PEOPLE = Executors.newVirtualThreadPerTaskExecutor();

  ValidatableResponse post(String action, String query, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/charge-points/{id}/commands/" + action + query, chargePoint)
        .then();
  }

  /** The same, while the test plays the charge point. */
  CompletableFuture<ValidatableResponse> posting(String action, String query, String body) {
    return CompletableFuture.supplyAsync(() -> post(action, query, body), PEOPLE);
  }

  Response log(String query) {
    return given().get("/api/charge-points/{id}/commands" + query, chargePoint);
  }

  void capabilities(String body) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/charge-points/{id}/capabilities", chargePoint)
        .then()
        .statusCode(200);
  }
}
