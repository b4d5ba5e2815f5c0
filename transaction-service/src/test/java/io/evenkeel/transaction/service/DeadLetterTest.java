package io.evenkeel.transaction.service;

import static io.evenkeel.transaction.service.Messages.accepted;
import static io.evenkeel.transaction.service.Messages.someChargePoint;
import static io.evenkeel.transaction.service.Messages.someTag;
import static io.evenkeel.transaction.service.Messages.start;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.ocpp.core.Heartbeat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What cannot be digested is parked, visible, and stops nobody. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "admin")
class DeadLetterTest {

  @Inject TestGateway gateway;
  @Inject Books books;

  @Test
  void a_call_that_is_no_transaction_is_parked_and_the_charge_point_goes_on() {
    String chargePoint = someChargePoint();
    String tag = someTag();
    gateway
        .call(chargePoint, new Heartbeat.Request(), null, Instant.now())
        .subscribe()
        .with(_ -> {}, _ -> {});
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                books.count("SELECT count(*) FROM dead_letter WHERE charge_point = ?", chargePoint)
                    == 1);

    var next = gateway.start(chargePoint, start(1, tag, 0, Instant.now()), accepted(tag));

    assertTrue(next.transactionId() > 0, "the lane goes on");
    when()
        .get("/api/transactions/dead-letters?size=1")
        .then()
        .statusCode(200)
        .body("items[0].chargePoint", equalTo(chargePoint))
        .body("items[0].reader", equalTo("transaction.transaction-calls"))
        .body("items[0].messageType", equalTo("TransactionCall"))
        .body("items[0].message.chargePoint", equalTo(chargePoint))
        .body("items[0].cause", containsString("StartTransaction or StopTransaction"));
  }
}
