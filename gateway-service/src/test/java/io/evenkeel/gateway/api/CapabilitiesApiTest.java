package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.ChargePointEvent.CapabilitiesKnown;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator says a charge point can, and who is told. */
@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class CapabilitiesApiTest {

  @Inject Fleet fleet;
  @Inject TransactionServiceDouble transactions;

  private static ValidatableResponse put(String id, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/charge-points/{id}/capabilities", id)
        .then();
  }

  @Test
  void theOperatorsCapabilitiesWinAndAreTold() throws ExecutionException {
    // Given
    var id = fleet.newId();
    fleet.accepted(id).close();
    Await.until("learned", () -> transactions.eventsOf(id, CapabilitiesKnown.class).size() == 1);

    // When
    put(id, "{\"maxSchedulePeriods\":7,\"maxCurrentA\":16,\"rateUnits\":[\"W\"]}")
        .statusCode(200)
        .body("operator.maxSchedulePeriods", is(7))
        .body("effective.maxSchedulePeriods", is(7))
        .body("effective.maxCurrentA", is(16))
        .body("effective.vendor", equalTo("TestVendor"))
        .body("declared", notNullValue())
        .body("model", notNullValue());

    // Then
    var told = transactions.eventsOf(id, CapabilitiesKnown.class);
    assertEquals(2, told.size());
    assertEquals(7, told.getLast().capabilities().maxSchedulePeriods());
    given()
        .get("/api/charge-points/{id}/capabilities", id)
        .then()
        .body("effective.rateUnits", equalTo(List.of("W")));
    put(id, "{}").body("effective.maxSchedulePeriods", is(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"maxSchedulePeriods\":0} | maxSchedulePeriods | must be",
        "{\"maxSchedulePeriods\":1e999} | maxSchedulePeriods | must be a whole number",
        "{\"maxSchedulePeriods\":1.5} | maxSchedulePeriods | must be a whole number",
        "{\"maxSchedulePeriods\":\"\"} | maxSchedulePeriods | must be a whole number",
        "{\"rateUnits\":[null]} | body | has a null where there must be something",
        "null | body | must be an object",
        "{\"maxSchedulePeriods\":99999999999} | maxSchedulePeriods | -2147483648 to 2147483647",
        "{\"maxSchedulePeriods\":[1]} | maxSchedulePeriods | must be a whole number",
        "{\"minCurrentA\":40} | minCurrentA | must not be above maxCurrentA",
        "{\"minCurrentA\":\"much\"} | minCurrentA | must be a number",
        "{\"maxCurrentA\":5} | maxCurrentA | must not be below minCurrentA",
        "{\"maxCurrentA\":-5} | maxCurrentA | must be",
        "{\"rateUnits\":[]} | rateUnits | must",
        "{\"rateUnits\":7} | rateUnits | must be a list",
        "{\"rateUnits\":[\"V\"]} | rateUnits[0] | must be one of",
        "{\"phases\":3} | phases | is unknown; there are",
        "[] | body | must be an object",
        "{ | body | is no JSON: it ends too early",
        "{} {} | body | something stands behind its end",
        "`` | body | is required",
      })
  void badCapabilitiesNameTheField(String body, String field, String message) {
    var id = fleet.registered();

    put(id, body)
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", containsString(message));
  }
}
