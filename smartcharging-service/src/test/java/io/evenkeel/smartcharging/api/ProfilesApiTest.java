package io.evenkeel.smartcharging.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.Operator;
import io.evenkeel.smartcharging.domain.composite.A;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What operators set by hand is shown with the site, until it is gone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class ProfilesApiTest {

  @Inject Gateway gateway;

  private void byHand(String chargePoint, Request request, @Nullable Response response) {
    gateway.tell(
        new ChargePointEvent.ProfileChanged(
            chargePoint, Instant.now(), "by-hand", Instant.now(), request, response));
  }

  @Test
  void whatIsSetByHandIsShownUntilItIsCleared() {
    Operator.put("hand-a", 40, "hand-a-1", "hand-a-2");
    given().get("/api/sites/hand-a/profiles").then().statusCode(200).body("chargePoints", empty());

    byHand(
        "hand-a-1",
        A.profile(900, ChargingProfilePurpose.TxDefaultProfile).level(8).periods(0, 16.5),
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
