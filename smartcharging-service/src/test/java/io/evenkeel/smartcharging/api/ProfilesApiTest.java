package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.Gateway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What operators set by hand is shown with the site, until it is gone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class ProfilesApiTest {

  @Inject Gateway gateway;

  private static void site(String id) {
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"nodes": [{"id": "grid", "limitA": [40, 40, 40]}],
             "connectors": [{"chargePoint": "%1$s-1", "connectorId": 1, "node": "grid"},
                            {"chargePoint": "%1$s-2", "connectorId": 1, "node": "grid"}]}"""
                .formatted(id))
        .put("/api/sites/{id}", id)
        .then()
        .statusCode(201);
  }

  private void byHand(String chargePoint, Request request, @Nullable Response response) {
    gateway.tell(
        new ChargePointEvent.ProfileChanged(
            chargePoint, Instant.now(), "by-hand", Instant.now(), request, response));
  }

  @Test
  void whatIsSetByHandIsShownUntilItIsCleared() {
    site("hand-a");
    given().get("/api/sites/hand-a/profiles").then().statusCode(200).body("chargePoints", empty());

    byHand(
        "hand-a-1",
        new SetChargingProfile.Request(
            1,
            new ChargingProfile(
                900,
                null,
                8,
                ChargingProfilePurpose.TxDefaultProfile,
                ChargingProfileKind.Relative,
                null,
                null,
                null,
                new ChargingSchedule(
                    null,
                    null,
                    ChargingRateUnit.A,
                    List.of(new ChargingSchedulePeriod(0, BigDecimal.valueOf(16.5), null)),
                    null))),
        null);
    given()
        .get("/api/sites/hand-a/profiles")
        .then()
        .statusCode(200)
        .body("chargePoints.size()", is(1))
        .body("chargePoints[0].chargePoint", is("hand-a-1"))
        .body("chargePoints[0].setByHand[0].connectorId", is(1))
        .body("chargePoints[0].setByHand[0].csChargingProfiles.chargingProfileId", is(900));

    byHand(
        "hand-a-1",
        new ClearChargingProfile.Request(900, null, null, null),
        new ClearChargingProfile.Response(ClearChargingProfile.Status.Accepted));
    given().get("/api/sites/hand-a/profiles").then().body("chargePoints", empty());
  }

  @Test
  void aSiteThatIsNotThereHasNone() {
    given().get("/api/sites/hand-none/profiles").then().statusCode(404);
  }
}
