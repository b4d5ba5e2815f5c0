package io.evenkeel.smartcharging.steering;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfileKind;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator set by hand is known to whoever plans next. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class ByHandKeptTest {

  private static final SetChargingProfile.Request ABOVE_OURS =
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
                  List.of(new ChargingSchedulePeriod(0, BigDecimal.valueOf(25), null)),
                  null)));

  @Inject Gateway gateway;
  @Inject Leadership leadership;

  @Test
  void whoPlansNextKnowsIt() {
    // Given
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"nodes": [{"id": "grid", "limitA": [40, 40, 40]}],
             "connectors": [{"chargePoint": "kept-1", "connectorId": 1, "node": "grid"}]}""")
        .put("/api/sites/kept")
        .then()
        .statusCode(201);
    gateway.tell(
        new ChargePointEvent.ProfileChanged(
            "kept-1",
            Instant.now(),
            "by-hand",
            Instant.now(),
            ABOVE_OURS,
            new SetChargingProfile.Response(SetChargingProfile.Status.Accepted)));
    long epoch = leadership.epoch().orElseThrow();

    // When
    leadership.beginAnew();

    // Then
    Await.until("a new term", () -> leadership.epoch().filter(now -> now > epoch).isPresent());
    given()
        .get("/api/sites/kept/profiles")
        .then()
        .body("chargePoints[0].chargePoint", is("kept-1"))
        .body("chargePoints[0].setByHand[0].csChargingProfiles.stackLevel", is(8));
  }
}
