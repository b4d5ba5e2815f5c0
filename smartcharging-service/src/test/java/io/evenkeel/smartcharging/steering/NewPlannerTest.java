package io.evenkeel.smartcharging.steering;

import static io.evenkeel.smartcharging.Operator.put;
import static io.evenkeel.smartcharging.Operator.status;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.Gateway;
import io.evenkeel.smartcharging.PlayedCharger;
import io.evenkeel.smartcharging.PlayedCharger.Mood;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who plans next goes on from what is stored. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class NewPlannerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Gateway gateway;
  @Inject Leadership leadership;

  @Inject
  @ReactiveDataSource("smartcharging")
  Pool pool;

  @Test
  void aNewPlannerCountsWhatWasUnderWay() {
    put("st-j", 32, "st-j-1", "st-j-2");
    PlayedCharger first = gateway.connect("st-j-1");
    PlayedCharger second = gateway.connect("st-j-2");
    Await.until("defaults", () -> first.ofDefault() == 16 && second.ofDefault() == 16);
    gateway.start("st-j-1");
    Await.until("all it can take", () -> first.ofTransaction() == 32);
    long epoch = leadership.epoch().orElseThrow();
    first.mood(Mood.SILENT);
    gateway.start("st-j-2");
    Await.until("the decrease is under way", () -> first.lastLimit() == 16);

    pool.query(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'smartcharging-service' and pid <> pg_backend_pid()")
        .execute()
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(PATIENCE);

    Await.until("a new term", () -> leadership.epoch().filter(now -> now > epoch).isPresent());
    JsonPath status = status("st-j");
    assertEquals(32f, status.getFloat("connectors[0].mayDrawA"));
    assertTrue(status.getBoolean("connectors[0].applied.unconfirmed"));
    assertTrue(status.getBoolean("underControl"));
    first.mood(Mood.ACCEPTS);
    Await.until("shares", () -> first.ofTransaction() == 16 && second.ofTransaction() == 16);
  }

  @Test
  void theSiteIsTheSameAfterItWasReadFromTheDatabase() {
    put("st-l", 32, "st-l-1");
    PlayedCharger charger = gateway.connect("st-l-1");
    gateway.start("st-l-1");
    Await.until("all it can take", () -> charger.ofTransaction() == 32);
    gateway.tell(
        new TransactionEvent.ConnectorStatusChanged(
            "st-l-1", 1, ChargePointStatus.Charging, ChargePointErrorCode.NoError, Instant.now()));
    Await.until("converged", () -> status("st-l").getBoolean("converged"));
    String before = given().get("/api/sites/st-l/status").then().extract().asString();
    int sent = charger.sent().size();
    long epoch = leadership.epoch().orElseThrow();

    leadership.beginAnew();

    Await.until("a new term", () -> leadership.epoch().filter(now -> now > epoch).isPresent());
    String after = given().get("/api/sites/st-l/status").then().extract().asString();
    assertEquals(withoutTime(before), withoutTime(after));
    assertEquals(sent, charger.sent().size(), "nothing had to be sent again");
  }

  /** The plan is made anew. */
  private static String withoutTime(String status) {
    return status.replaceFirst("\"at\":\"[^\"]*\"", "").replaceFirst("\"plan\":\\{[^}]*}", "");
  }
}
