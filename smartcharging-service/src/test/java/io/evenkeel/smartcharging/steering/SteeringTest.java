package io.evenkeel.smartcharging.steering;

import static io.evenkeel.smartcharging.Operator.put;
import static io.evenkeel.smartcharging.Operator.status;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service with its real database and bus, against charge points that the test plays. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "test", roles = "operator")
class SteeringTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Gateway gateway;

  @Inject
  @ReactiveDataSource("smartcharging")
  Pool pool;

  // TC_056: a TxDefaultProfile, whose simultaneous use fits the site, in every charge point
  @Test
  void everyChargePointGetsASafeDefaultWhenItConnects() {
    put("st-a", 40, "st-a-1", "st-a-2");
    PlayedCharger first = gateway.connect("st-a-1");
    PlayedCharger second = gateway.connect("st-a-2");

    Await.until("defaults", () -> first.ofDefault() == 20 && second.ofDefault() == 20);

    Await.until("under control", () -> status("st-a").getBoolean("underControl"));
    assertEquals(List.of(40f, 40f, 40f), status("st-a").getList("nodes[0].mayBeDrawnA"));
    ChargingProfile sent = first.sent().getFirst();
    assertEquals(ChargingProfilePurpose.TxDefaultProfile, sent.chargingProfilePurpose());
    assertEquals(3, sent.stackLevel());
    assertEquals(1, sent.chargingSchedule().chargingSchedulePeriod().size());
    assertNull(sent.transactionId());
  }

  // TC_057: a TxProfile with the right transactionId while the transaction runs
  @Test
  void oneCarGetsAllTheSiteHasAndTwoShareIt() {
    put("st-b", 40, "st-b-1", "st-b-2");
    PlayedCharger first = gateway.connect("st-b-1");
    PlayedCharger second = gateway.connect("st-b-2");
    Await.until("defaults", () -> first.ofDefault() == 20 && second.ofDefault() == 20);

    int one = gateway.start("st-b-1");

    Await.until("all it can take", () -> first.ofTransaction() == 32);
    assertEquals(0, second.ofDefault(), "room was lent before it was used");
    assertEquals(one, first.last().transactionId());

    int other = gateway.start("st-b-2");
    Await.until("shares", () -> first.ofTransaction() == 20 && second.ofTransaction() == 20);
    assertEquals(other, second.last().transactionId());
    Await.until("converged", () -> status("st-b").getBoolean("converged"));
    JsonPath status = status("st-b");
    assertEquals("NODE_FULL", status.getString("connectors[0].why.reason"));
    assertEquals("grid", status.getString("connectors[0].why.node"));
    assertEquals(20f, status.getFloat("connectors[0].desired.limitA"));
    assertEquals(20f, status.getFloat("connectors[0].applied.limitA"));
    assertEquals("CHARGING", status.getString("connectors[1].standing"));

    gateway.ended("st-b-1", 1, one);
    Await.until("the rest", () -> second.ofTransaction() == 32);
  }

  // H96: a new car while the group is full
  @Test
  void anIncreaseWaitsUntilTheDecreaseIsConfirmed() {
    put("st-c", 32, "st-c-1", "st-c-2");
    PlayedCharger first = gateway.connect("st-c-1");
    PlayedCharger second = gateway.connect("st-c-2");
    Await.until("defaults", () -> first.ofDefault() == 16 && second.ofDefault() == 16);
    gateway.start("st-c-1");
    Await.until("all it can take", () -> first.ofTransaction() == 32);

    first.mood(Mood.SILENT);
    gateway.start("st-c-2");
    Await.until("the decrease", () -> first.lastLimit() == 16);

    Await.until("desired", () -> status("st-c").get("connectors[1].desired.limitA") != null);
    assertEquals(0, second.ofDefault());
    assertTrue(second.ofTransaction() <= 0, "sent before there was room");
    Await.until(
        "says why",
        () ->
            List.of("st-c-1-1")
                .equals(status("st-c").getList("connectors[1].why.applied.waitsFor")));
    JsonPath waits = status("st-c");
    assertEquals("WAITS_FOR", waits.getString("connectors[1].why.applied.reason"));
    assertEquals("grid", waits.getString("connectors[1].why.applied.node"));
    assertTrue(
        waits.getString("connectors[1].why.text").contains("st-c-1-1 has confirmed a decrease"),
        waits.prettify());

    first.mood(Mood.ACCEPTS); // it is tried again after the time-out
    Await.until("the increase", () -> second.ofTransaction() == 16);
    assertEquals(16, first.ofTransaction());
  }

  // H97: an offline charger keeps its share reserved, and gets the plan again when it is back
  @Test
  void whatAnOfflineChargerMayDrawStaysReserved() {
    put("st-d", 32, "st-d-1", "st-d-2");
    PlayedCharger first = gateway.connect("st-d-1");
    PlayedCharger second = gateway.connect("st-d-2");
    Await.until("defaults", () -> first.ofDefault() == 16 && second.ofDefault() == 16);
    int transaction = gateway.start("st-d-1");
    Await.until("all it can take", () -> first.ofTransaction() == 32);

    gateway.disconnect("st-d-1");
    gateway.start("st-d-2");

    Await.until(
        "waits", () -> "WAITING".equals(status("st-d").getString("connectors[1].why.reason")));
    assertEquals("OFFLINE", status("st-d").getString("connectors[0].standing"));
    int before = first.sent().size();

    gateway.connect("st-d-1", first);
    Await.until("shares", () -> first.ofTransaction() == 16 && second.ofTransaction() == 16);
    assertTrue(first.sent().size() > before + 1, "default and limit were sent again");
    assertEquals(transaction, first.last().transactionId());
  }

  @Test
  void aLowerLimitIsAnsweredWithThePlanAndTakesEffectWithinASecond() {
    put("st-e", 32, "st-e-1");
    PlayedCharger charger = gateway.connect("st-e-1");
    gateway.start("st-e-1");
    Await.until("all it can take", () -> charger.ofTransaction() == 32);

    long began = System.nanoTime();
    put("st-e", 10, "st-e-1");

    assertEquals(10f, status("st-e").getFloat("connectors[0].desired.limitA"));
    Await.until("the decrease", () -> charger.ofTransaction() == 10 && charger.ofDefault() == 10);
    long took = (System.nanoTime() - began) / 1_000_000;
    assertTrue(took < 1000, "took " + took + " ms");
  }

  // H87: no TxProfile for a start that is old
  @Test
  void aReplayedStartGetsNoProfileUntilItIsSeenCharging() {
    put("st-f", 32, "st-f-1");
    PlayedCharger charger = gateway.connect("st-f-1");
    Await.until("default", () -> charger.ofDefault() == 32);
    int transaction = 99;

    gateway.started("st-f-1", 1, transaction, Instant.now().minus(Duration.ofHours(2)));

    assertEquals("REPLAYED", status("st-f").getString("connectors[0].standing"));
    assertTrue(
        charger.sent().stream().allMatch(profile -> profile.transactionId() == null),
        "a TxProfile was sent");

    meter("st-f-1", transaction, "9.5");
    Await.until("seen", () -> charger.ofTransaction() == 32);
    assertEquals(List.of(9.5f, 9.5f, 9.5f), status("st-f").getList("nodes[0].measuredA"));
  }

  // H92: Rejected -> other forms are tried, then the charger counts at its maximum
  @Test
  void aChargerThatRefusesCountsAtItsMaximum() {
    put("st-g", 40, "st-g-1", "st-g-2");
    PlayedCharger stubborn = new PlayedCharger();
    stubborn.mood(Mood.REJECTS);
    gateway.connect("st-g-1", stubborn);
    PlayedCharger good = gateway.connect("st-g-2");
    gateway.start("st-g-2");

    Await.until(
        "uncontrolled",
        () -> "UNCONTROLLED".equals(status("st-g").getString("connectors[0].standing")));
    Await.until("the rest", () -> good.ofTransaction() == 8);
    assertEquals(32f, status("st-g").getFloat("connectors[0].mayDrawA"));
    int tried = stubborn.sent().size();
    assertTrue(
        tried >= 4 && tried <= 8, "four forms, each perhaps with 0 A and with 6 A: " + tried);

    stubborn.mood(Mood.ACCEPTS);
    gateway.boot("st-g-1");
    Await.until("it is asked again", () -> good.ofTransaction() == 32);
  }

  // H100: a transaction's limit is void when it has ended
  @Test
  void theShareOfAnEndedTransactionIsFreeAtOnce() {
    put("st-h", 32, "st-h-1", "st-h-2");
    PlayedCharger first = gateway.connect("st-h-1");
    PlayedCharger second = gateway.connect("st-h-2");
    Await.until("defaults", () -> first.ofDefault() == 16 && second.ofDefault() == 16);
    int one = gateway.start("st-h-1");
    gateway.start("st-h-2");
    Await.until("shares", () -> first.ofTransaction() == 16 && second.ofTransaction() == 16);

    gateway.ended("st-h-1", 1, one);

    assertNull(status("st-h").get("connectors[0].transactionId"));
    Await.until("all of it", () -> second.ofTransaction() == 32 && first.ofDefault() == 0);
    gateway.started("st-h-1", 1, one, Instant.now()); // told again, late
    assertNull(status("st-h").get("connectors[0].transactionId"));
  }

  @Test
  void connectorsThatLeaveASiteLoseItsProfiles() {
    put("st-i", 8, "st-i-1");
    PlayedCharger charger = gateway.connect("st-i-1");
    Await.until("default", () -> charger.ofDefault() == 8);

    given().delete("/api/sites/st-i").then().statusCode(204);

    Await.until("cleared", () -> charger.holds() == 0);
    assertTrue(
        gateway.received("st-i-1").stream()
            .map(Command::request)
            .anyMatch(ClearChargingProfile.Request.class::isInstance));
    Await.until(
        "forgotten", () -> count("select 1 from leavers where charge_point = 'st-i-1'") == 0);
  }

  @Test
  void aChargePointIsNeverSentTwoThingsAtOnce() {
    put("st-k", 20, "st-k-1");
    PlayedCharger charger = gateway.connect("st-k-1");
    Await.until("default", () -> charger.ofDefault() == 20);
    charger.mood(Mood.SILENT);
    int before = charger.sent().size();

    for (int limit = 19; limit > 6; limit--) {
      put("st-k", limit, "st-k-1");
    }

    assertEquals(before + 1, charger.sent().size());
    charger.mood(Mood.ACCEPTS);
    Await.until("the last", () -> charger.ofDefault() == 7);
  }

  private void meter(String chargePoint, int transaction, String amperes) {
    BigDecimal current = new BigDecimal(amperes);
    gateway.tell(
        new TransactionEvent.Metered(
            chargePoint,
            1,
            transaction,
            Instant.now(),
            null,
            List.of(current, current, current),
            null));
  }

  private long count(String select) {
    return pool.query(select).execute().await().atMost(PATIENCE).size();
  }
}
