package io.evenkeel.auth.bus;

import static io.evenkeel.ocpp.type.AuthorizationStatus.Accepted;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Blocked;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Expired;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Invalid;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.messaging.AuthEvent.AllIdTagsChanged;
import io.evenkeel.messaging.AuthEvent.IdTagChanged;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.CallFailed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class AuthorizationBusTest {

  private static final Logger LOG = Logger.getLogger(AuthorizationBusTest.class);

  @Inject Gateway gateway;

  @BeforeEach
  void forget() {
    gateway.forget();
  }

  @AfterEach
  void hearAtOnceAgain() {
    gateway.hearingTakes(() -> Uni.createFrom().voidItem());
  }

  @Test
  void tc023_1_anUnknownTagIsInvalid() {
    assertEquals(Authorization.unknown("Bus-Nobody"), gateway.decision("Bus-Nobody"));
  }

  @Test
  void tc023_2_anExpiredTagIsExpired() {
    put("Bus-Old", "{\"status\":\"Accepted\",\"expiryDate\":\"2020-01-01T00:00:00Z\"}");
    Authorization decision = gateway.decision("Bus-Old");
    assertEquals(Expired, decision.status());
    assertEquals(Instant.parse("2020-01-01T00:00:00Z"), decision.expiryDate());
  }

  @Test
  void tc023_3_aBlockedTagIsBlocked() {
    put("Bus-Blocked", "{\"status\":\"Blocked\"}");
    assertEquals(Blocked, gateway.decision("Bus-Blocked").status());
  }

  @Test
  void whatIsSetIsSaidAndWhatIsNotIsNot() {
    put("Bus-G", "{\"status\":\"Accepted\"}");
    put(
        "Bus-Full",
        "{\"status\":\"Accepted\",\"expiryDate\":\"2099-01-01T00:00:00Z\",\"parentIdTag\":\"bus-g\","
            + "\"maxConcurrentTransactions\":1}");
    assertEquals(
        new Authorization("Bus-Full", Accepted, Instant.parse("2099-01-01T00:00:00Z"), "Bus-G", 1),
        gateway.decision("bus-FULL"),
        "as first written, however it is presented");
    Authorization bare = gateway.decision("Bus-G");
    assertNull(bare.expiryDate());
    assertNull(bare.parentIdTag());
    assertNull(bare.maxConcurrentTransactions());
  }

  @Test
  void whatCanBeNoTagIsInvalidAndHarmsNobody() {
    put("Bus-Good", "{\"status\":\"Accepted\"}");
    for (String odd : new String[] {"", "a\0b", "Ä", "123456789012345678901", "import"}) {
      assertEquals(Invalid, gateway.decision(odd).status(), "'" + odd + "'");
      assertEquals(Accepted, gateway.decision("Bus-Good").status());
    }
  }

  @Test
  void manyQuestionsAtOnceAreAllAnswered() {
    put("Bus-Many", "{\"status\":\"Accepted\"}");
    long start = System.nanoTime();
    List<Authorization> decisions =
        Multi.createFrom()
            .range(0, 20_000)
            .onItem()
            .transformToUni(
                i -> gateway.ask("CP-" + i % 500, i % 3 == 0 ? "BUS-many" : "Bus-None-" + i % 50))
            .merge(256)
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofSeconds(60));
    long took = (System.nanoTime() - start) / 1_000_000;
    LOG.infof("20,000 decisions in %d ms", took);
    assertEquals(20_000, decisions.size());
    assertEquals(
        6_667, decisions.stream().filter(each -> each.status() == Accepted).count(), "every third");
  }

  @Test
  void aChangeIsAnsweredWhenTheGatewayHasHeardOfIt() {
    put("Bus-News", "{\"status\":\"Accepted\"}").statusCode(201);
    assertEquals(List.of(new IdTagChanged("Bus-News")), gateway.heard());
    put("bus-news", "{\"status\":\"Blocked\"}").statusCode(200);
    assertEquals(Blocked, gateway.decision("Bus-News").status());
    given().delete("/api/id-tags/BUS-NEWS").then().statusCode(204);
    assertEquals(Invalid, gateway.decision("Bus-News").status());
    assertEquals(
        List.of(
            new IdTagChanged("Bus-News"),
            new IdTagChanged("Bus-News"),
            new IdTagChanged("Bus-News")),
        gateway.heard(),
        "as first written");
  }

  @Test
  void theMembersOfAGroupAreToldOfToo() {
    put("Bus-Firm", "{\"status\":\"Accepted\"}");
    put("Bus-Team", "{\"status\":\"Accepted\",\"parentIdTag\":\"Bus-Firm\"}");
    put("Bus-Ann", "{\"status\":\"Accepted\",\"parentIdTag\":\"Bus-Team\"}");
    gateway.forget();
    put("Bus-Firm", "{\"status\":\"Blocked\"}").statusCode(200);
    assertEquals(
        Set.of(
            new IdTagChanged("Bus-Firm"),
            new IdTagChanged("Bus-Team"),
            new IdTagChanged("Bus-Ann")),
        new HashSet<>(gateway.heard()));
    assertEquals(Blocked, gateway.decision("Bus-Ann").status());
  }

  @Test
  void aLargeGroupIsToldOfAtOnce() {
    StringBuilder file = new StringBuilder("idTag,parentIdTag\nBus-Large,\n");
    for (int i = 0; i < 150; i++) {
      file.append("Bus-L").append(i).append(",Bus-Large\n");
    }
    given().contentType("text/csv").body(file.toString()).post("/api/id-tags/import");
    gateway.forget();
    put("Bus-Large", "{\"status\":\"Blocked\"}").statusCode(200);
    assertEquals(List.of(new AllIdTagsChanged()), gateway.heard());
  }

  @Test
  void aRefusedChangeIsNoNews() {
    put("Bus-Alone", "{\"status\":\"Accepted\",\"parentIdTag\":\"Bus-Nowhere\"}").statusCode(400);
    given().delete("/api/id-tags/Bus-Nowhere").then().statusCode(404);
    assertEquals(List.of(), gateway.heard());
  }

  @Test
  void theAnswerToAChangeWaitsForTheGateway() {
    // Given a gateway that takes its time to hear
    CompletableFuture<Void> heard = new CompletableFuture<>();
    gateway.hearingTakes(() -> Uni.createFrom().completionStage(heard));
    // When
    CompletableFuture<Integer> answer =
        CompletableFuture.supplyAsync(
            () -> put("Bus-Slow", "{\"status\":\"Accepted\"}").extract().statusCode());
    // Then the change is there, and not answered
    Await.until("the change is committed", () -> gateway.decision("Bus-Slow").status() == Accepted);
    assertEquals(false, answer.isDone(), "not before the gateway has heard");
    heard.complete(null);
    assertEquals(201, answer.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join());
  }

  @Test
  void aQuestionThatMakesNoSenseIsParkedAndStopsNobody() {
    put("Bus-After", "{\"status\":\"Accepted\"}");
    // Given a call without an idTag
    assertThrows(
        CallFailed.class,
        () ->
            gateway
                .askUntil("CP-ODD", null, Instant.now().plusMillis(300))
                .await()
                .atMost(Duration.ofSeconds(10)));
    // Then it is in the dead letters, and the charge point's next question is answered
    assertEquals(
        Accepted,
        gateway.ask("CP-ODD", "Bus-After").await().atMost(Duration.ofSeconds(10)).status());
    given()
        .get("/api/id-tags/dead-letters?size=1")
        .then()
        .statusCode(200)
        .body("items[0].reader", equalTo("auth.authorization-calls"))
        .body("items[0].key", equalTo("CP-ODD"))
        .body("items[0].payload", containsString("CP-ODD"))
        .body("items[0].reason", containsString("NullPointerException"))
        .body("size", equalTo(1));
    given().get("/api/id-tags/dead-letters?size=0").then().statusCode(400);
  }

  private static ValidatableResponse put(String idTag, String body) {
    return given().contentType(ContentType.JSON).body(body).put("/api/id-tags/{tag}", idTag).then();
  }
}
