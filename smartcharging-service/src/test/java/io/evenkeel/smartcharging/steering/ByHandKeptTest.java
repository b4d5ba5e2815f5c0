package io.evenkeel.smartcharging.steering;

import static io.evenkeel.smartcharging.Operator.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.domain.composite.A;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an operator set by hand is known to whoever plans next. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class ByHandKeptTest {

  private static final SetChargingProfile.Request ABOVE_OURS =
      A.profile(900, ChargingProfilePurpose.TxDefaultProfile).level(8).periods(0, 25);

  @Inject Gateway gateway;
  @Inject Leadership leadership;

  @Test
  void whoPlansNextKnowsIt() {
    // Given
    put("kept", 40, "kept-1");
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
