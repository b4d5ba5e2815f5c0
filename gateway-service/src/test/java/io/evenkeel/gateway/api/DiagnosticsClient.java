package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.ChargePoint;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** People who want the diagnostics of a charge point that the test plays. */
record DiagnosticsClient(String id, ChargePoint chargePoint) {

  /** What the charge point was told, and the request's number. */
  record Told(long n, String location) {}

  ValidatableResponse post(@Nullable String body) {
    var request = body == null ? given() : given().contentType(ContentType.JSON).body(body);
    return request.post("/api/charge-points/{id}/diagnostics", id).then();
  }

  /** The charge point announces a file of that name. */
  Told ask(@Nullable String fileName) throws ExecutionException {
    var response = CompletableFuture.supplyAsync(() -> post(null));
    var call = chargePoint.nextCall();
    chargePoint.result(call.id(), new JsonObject().put("fileName", fileName));
    long n =
        ChargePoint.get(response)
            .statusCode(200)
            .body("outcome", equalTo("Answered"))
            .body("action", equalTo("GetDiagnostics"))
            .body("diagnosticsId", notNullValue())
            .extract()
            .jsonPath()
            .getLong("diagnosticsId");
    return new Told(n, call.payload().getString("location"));
  }

  void says(String status) {
    assertEquals(
        3,
        chargePoint
            .ask("DiagnosticsStatusNotification", new JsonObject().put("status", status))
            .type());
  }

  ValidatableResponse list() {
    return given().get("/api/charge-points/{id}/diagnostics", id).then();
  }

  ValidatableResponse get(String below) {
    return given().get("/api/charge-points/{id}/diagnostics/" + below, id).then();
  }

  ValidatableResponse delete(long n) {
    return given().delete("/api/charge-points/{id}/diagnostics/{n}", id, n).then();
  }

  ValidatableResponse shown(Told told) {
    return get("" + told.n()).statusCode(200);
  }

  ValidatableResponse file(Told told) {
    return get(told.n() + "/file");
  }

  byte[] download(Told told) {
    return file(told).statusCode(200).extract().asByteArray();
  }
}
