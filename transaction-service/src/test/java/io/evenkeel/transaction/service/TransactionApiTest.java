package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.at;
import static io.evenkeel.transaction.service.Messages.energy;
import static io.evenkeel.transaction.service.Messages.sample;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.someTag;
import static io.evenkeel.transaction.service.Messages.start;
import static io.evenkeel.transaction.service.Messages.stop;
import static io.evenkeel.transaction.service.Messages.values;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.ocpp.core.StopTransaction.Reason;
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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/transactions}. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class TransactionApiTest {

  @Inject TestGateway gateway;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(100);
  private final String chargePoint = someChargePoint();
  private final String tag = someTag();

  @Test
  void an_ended_transaction_shows_everything_that_was_said() {
    int id = ended(1, 1000, 4500);

    when()
        .get("/api/transactions/" + id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("chargePoint", equalTo(chargePoint))
        .body("connectorId", equalTo(1))
        .body("idTag", equalTo(tag))
        .body("authorization", equalTo("Accepted"))
        .body("state", equalTo("ended"))
        .body("startedAt", equalTo(now.toString()))
        .body("endedAt", equalTo(now.plusSeconds(60).toString()))
        .body("meterStartWh", equalTo(1000))
        .body("meterStopWh", equalTo(4500))
        .body("energyWh", equalTo(3500))
        .body("durationSeconds", equalTo(60))
        .body("stopReason", equalTo("Remote"))
        .body("flags", hasSize(0))
        .body("$", hasKey("startReceivedAt"))
        .body("$", not(hasKey("endedBecause")));
  }

  @Test
  void a_running_one_shows_its_last_reading() {
    int id = started(1, 1000);
    gateway.notify(
        chargePoint,
        values(
            1,
            id,
            at(
                now.plusSeconds(30),
                sample("2.25", Measurand.EnergyActiveImportRegister, null, Unit.kWh))));

    when()
        .get("/api/transactions/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("open"))
        .body("energyWh", equalTo(1250))
        .body("lastReadingAt", equalTo(now.plusSeconds(30).toString()))
        .body("durationSeconds", greaterThanOrEqualTo(99))
        .body("$", not(hasKey("endedAt")));
  }

  @Test
  void the_list_is_filtered_and_paged_newest_first() {
    int first = ended(1, 0, 10);
    int second = ended(2, 10, 5);
    int third = started(3, 0);

    list("").body("items.id", contains(third, second, first)).body("total", equalTo(3));
    list("&state=open").body("items.id", contains(third));
    list("&state=ended").body("items.id", contains(second, first));
    list("&flag=MeterBackwards").body("items.id", contains(second));
    list("&flag=OrphanStop").body("total", equalTo(0));
    list("&idTag=" + tag.toUpperCase(java.util.Locale.ROOT)).body("total", equalTo(3));
    list("&idTag=nobody").body("items", hasSize(0)).body("total", equalTo(0));
    list("&from=" + now).body("total", equalTo(3));
    list("&from=" + now.plusSeconds(1)).body("total", equalTo(0));
    list("&to=" + now).body("total", equalTo(0));
    list("&page=1&size=2")
        .body("items.id", contains(first))
        .body("page", equalTo(1))
        .body("size", equalTo(2))
        .body("total", equalTo(3));
  }

  private io.restassured.response.ValidatableResponse list(String query) {
    return when()
        .get("/api/transactions?chargePoint=" + chargePoint + query)
        .then()
        .statusCode(200);
  }

  @Test
  void meter_values_are_shown_raw_and_in_base_units_with_their_defaults() {
    int id = started(1, 0);
    gateway.notify(
        chargePoint,
        values(
            1,
            id,
            at(now.plusSeconds(2), sample("23.10", Measurand.Temperature, null, Unit.Celcius)),
            at(
                now.plusSeconds(1),
                energy("5"),
                sample("7.4", Measurand.PowerActiveImport, Phase.L1, Unit.kW))));

    when()
        .get("/api/transactions/" + id + "/meter-values?size=1")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items", hasSize(1))
        .body("items[0].sampledAt", equalTo(now.plusSeconds(1).toString()))
        .body("items[0].samples[0].measurand", equalTo("Energy.Active.Import.Register"))
        .body("items[0].samples[0].unit", equalTo("Wh"))
        .body("items[0].samples[0].context", equalTo("Sample.Periodic"))
        .body("items[0].samples[0].location", equalTo("Outlet"))
        .body("items[0].samples[0].format", equalTo("Raw"))
        .body("items[0].samples[0]", not(hasKey("rawUnit")))
        .body("items[0].samples[1].phase", equalTo("L1"))
        .body("items[0].samples[1].value", equalTo(7400))
        .body("items[0].samples[1].unit", equalTo("W"))
        .body("items[0].samples[1].raw", equalTo("7.4"))
        .body("items[0].samples[1].rawUnit", equalTo("kW"));
  }

  @Test
  void orphans_and_duplicates_are_shown() {
    int id = ended(1, 0, 10);
    gateway.stop(chargePoint, stop(id, 20, now.plusSeconds(70)), null);
    gateway.stop(chargePoint, stop(-1, 30, now.plusSeconds(80)), null);

    when()
        .get("/api/transactions/orphans?chargePoint=" + chargePoint)
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.transactionId", contains(-1, id))
        .body("items[0].flags", contains("OrphanStop"))
        .body("items[0].reason", equalTo("Local"))
        .body("items[1].flags", contains("DuplicateStop"))
        .body("items[1].duplicate", equalTo(true));
    when().get("/api/transactions/orphans?size=1").then().statusCode(200).body("items", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/999999999", "/0", "/-1", "/99999999999", "/abc", "/999999999/meter-values"})
  void what_does_not_exist_is_404(String path) {
    when()
        .get("/api/transactions" + path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("There is no transaction"));
  }

  @ParameterizedTest
  @CsvSource({
    "state, running",
    "flag, Strange",
    "from, yesterday",
    "to, 2026-13-01",
    "page, -1",
    "page, one",
    "size, 0",
    "size, 1001"
  })
  void a_parameter_that_cannot_be_read_is_400_and_named(String name, String value) {
    given()
        .queryParam(name, value)
        .get("/api/transactions")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(name));
  }

  @Test
  @TestSecurity
  void without_a_token_it_is_401() {
    for (String path : List.of("", "/1", "/1/meter-values", "/orphans", "/dead-letters")) {
      when().get("/api/transactions" + path).then().statusCode(401);
    }
  }

  @Test
  @TestSecurity(user = "driver", roles = "driver")
  void with_the_wrong_role_it_is_403() {
    for (String path : List.of("", "/1", "/1/meter-values", "/orphans", "/dead-letters")) {
      when().get("/api/transactions" + path).then().statusCode(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void nothing_can_be_changed(String method) {
    given().request(method, "/api/transactions/1").then().statusCode(405);
  }

  private int started(int connectorId, long meterStart) {
    return gateway
        .start(chargePoint, start(connectorId, tag, meterStart, now), accepted(tag))
        .transactionId();
  }

  private int ended(int connectorId, long meterStart, long meterStop) {
    int id = started(connectorId, meterStart);
    gateway.stop(
        chargePoint, stop(id, tag, meterStop, now.plusSeconds(60), Reason.Remote), accepted(tag));
    return id;
  }
}
