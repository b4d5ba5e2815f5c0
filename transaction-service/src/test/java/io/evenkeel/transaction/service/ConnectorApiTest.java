package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.at;
import static io.evenkeel.transaction.service.Messages.energy;
import static io.evenkeel.transaction.service.Messages.sample;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.someTag;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.status;
import static io.evenkeel.transaction.service.Messages.values;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.Measurand;
import io.evenkeel.ocpp.type.Phase;
import io.evenkeel.ocpp.type.Unit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/connectors}. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "site-manager")
class ConnectorApiTest {

  @Inject TestGateway gateway;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(100);
  private final String chargePoint = someChargePoint();
  private final String tag = someTag();

  @Test
  void a_connector_shows_its_state_its_transaction_and_its_latest_reading() {
    gateway.notify(chargePoint, status(1, ChargePointStatus.Charging, now));
    int id = gateway.start(chargePoint, start(1, tag, 0, now), accepted(tag)).transactionId();
    gateway.notify(
        chargePoint,
        values(
            1,
            id,
            at(
                now.plusSeconds(9),
                energy("12"),
                sample("6.5", Measurand.CurrentImport, Phase.L2, Unit.A))));

    connectors("")
        .body("items", hasSize(1))
        .body("items[0].connectorId", equalTo(1))
        .body("items[0].status", equalTo("Charging"))
        .body("items[0].errorCode", equalTo("NoError"))
        .body("items[0].since", equalTo(now.toString()))
        .body("items[0].transactionId", equalTo(id))
        .body("items[0].latestReading.sampledAt", equalTo(now.plusSeconds(9).toString()))
        .body("items[0].latestReading.energyWh", equalTo(12))
        .body("items[0].latestReading.currentA", contains(null, 6.5f, null));
  }

  @Test
  void a_connector_that_never_reported_is_there_when_it_has_a_transaction() {
    gateway.start(chargePoint, start(2, tag, 0, now), accepted(tag));

    connectors("").body("items.connectorId", contains(2)).body("items[0]", not(hasKey("status")));
  }

  @Test
  void the_list_is_filtered_and_paged() {
    gateway.notify(chargePoint, status(0, ChargePointStatus.Available, now));
    gateway.notify(chargePoint, status(1, ChargePointStatus.Available, now));
    gateway.notify(chargePoint, status(2, ChargePointStatus.Faulted, now));

    connectors("").body("items.connectorId", contains(0, 1, 2)).body("total", equalTo(3));
    connectors("&status=Faulted").body("items.connectorId", contains(2));
    connectors("&errorCode=NoError&size=2&page=1").body("items.connectorId", contains(2));
    connectors("&errorCode=WeakSignal").body("total", equalTo(0));
  }

  @Test
  void the_history_is_newest_first_and_marks_what_was_late_or_odd() {
    gateway.notify(chargePoint, status(1, ChargePointStatus.Available, now));
    gateway.notify(chargePoint, status(1, ChargePointStatus.Finishing, now.plusSeconds(2)));
    gateway.notify(chargePoint, status(1, ChargePointStatus.Charging, now.plusSeconds(1)));

    when()
        .get("/api/connectors/" + chargePoint + "/1/history")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items.status", contains("Finishing", "Charging", "Available"))
        .body("items.late", contains(false, true, false))
        .body("items.anomaly", contains(true, false, false));
  }

  @Test
  void readings_outside_of_transactions_are_shown_at_the_connector() {
    gateway.notify(chargePoint, values(0, null, at(now, energy("1"))));
    gateway.notify(chargePoint, values(0, 4711, at(now.plusSeconds(1), energy("2"))));

    when()
        .get("/api/connectors/" + chargePoint + "/0/meter-values")
        .then()
        .statusCode(200)
        .body("items.samples[0].raw", contains("2"))
        .body("items[0].transactionId", equalTo(4711))
        .body("items[1]", not(hasKey("transactionId")));
    when()
        .get("/api/connectors/" + chargePoint + "/0/meter-values?to=" + now.plusSeconds(1))
        .then()
        .body("total", equalTo(1));
  }

  private io.restassured.response.ValidatableResponse connectors(String query) {
    return when().get("/api/connectors?chargePoint=" + chargePoint + query).then().statusCode(200);
  }

  @Test
  void an_unknown_connector_is_404() {
    for (String what : List.of("history", "meter-values")) {
      when()
          .get("/api/connectors/" + chargePoint + "/1/" + what)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', status, Idle",
    "'', errorCode, Broken",
    "'', size, many",
    "/CP/1/history, page, -1",
    "/CP/1/meter-values, from, noon",
    "/CP/1/meter-values, to, noon"
  })
  void a_parameter_that_cannot_be_read_is_400_and_named(String path, String name, String value) {
    given()
        .queryParam(name, value)
        .get("/api/connectors" + path)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(name));
  }

  @Test
  void a_connector_that_is_no_number_is_400() {
    when()
        .get("/api/connectors/CP/left/history")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("connectorId"));
  }

  @Test
  @TestSecurity
  void without_a_token_it_is_401() {
    for (String path : List.of("", "/CP/1/history", "/CP/1/meter-values")) {
      when().get("/api/connectors" + path).then().statusCode(401);
    }
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void with_the_wrong_role_it_is_403() {
    for (String path : List.of("", "/CP/1/history", "/CP/1/meter-values")) {
      when().get("/api/connectors" + path).then().statusCode(403);
    }
  }
}
