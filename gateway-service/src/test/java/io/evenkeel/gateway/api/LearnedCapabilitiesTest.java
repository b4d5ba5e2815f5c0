package io.evenkeel.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.messaging.CapabilityLearned;
import io.evenkeel.messaging.ChargePointEvent.CapabilitiesKnown;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What smart charging learned: kept, shown, told to everybody, overruled and forgotten. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class LearnedCapabilitiesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Inject Fleet fleet;
  @Inject TransactionServiceDouble others;
  @Inject Publisher<CapabilityLearned> lessons;

  private String id = "";

  @BeforeEach
  void register() {
    id = fleet.registered();
  }

  private void learn(CapabilityLearned lesson) {
    Fleet.run(() -> lessons.publish(lesson));
  }

  private void halve(Instant at) {
    learn(CapabilityLearned.number(id, "maxSchedulePeriods", 5, "hung at 10 periods", at));
  }

  private ValidatableResponse capabilities() {
    return given().get("/api/charge-points/{id}/capabilities", id).then().statusCode(200);
  }

  private ValidatableResponse say(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/charge-points/{id}/capabilities", id)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse forget(String what) {
    return given().delete("/api/charge-points/{id}/capabilities/learned" + what, id).then();
  }

  private List<Integer> periodsTold() {
    return others.eventsOf(id, CapabilitiesKnown.class).stream()
        .map(event -> event.capabilities().maxSchedulePeriods())
        .toList();
  }

  @Test
  void whatWasLearnedIsShownWithItsReasonAndTold() {
    // When
    halve(NOON);
    learn(CapabilityLearned.flag(id, "acceptsZero", false, "0 A was rejected", NOON));
    learn(CapabilityLearned.rateUnits(id, Set.of(ChargingRateUnit.W), "A was NotSupported", NOON));

    // Then
    capabilities()
        .body("learned.maxSchedulePeriods", is(5))
        .body("learned.acceptsZero", is(false))
        .body("learned.rateUnits", equalTo(List.of("W")))
        .body("because.maxSchedulePeriods.because", equalTo("hung at 10 periods"))
        .body("because.maxSchedulePeriods.at", equalTo("2026-03-01T12:00:00Z"))
        .body("effective.maxSchedulePeriods", is(5))
        .body("effective.acceptsZero", is(false))
        .body("effective.readsBack", is(true));
    var told = others.eventsOf(id, CapabilitiesKnown.class).getLast().capabilities();
    assertEquals(5, told.maxSchedulePeriods());
    assertEquals(false, told.acceptsZero());
    assertEquals(Set.of(ChargingRateUnit.W), told.rateUnits());
  }

  @Test
  void whatIsToldToHoldNoMoreIsForgotten() {
    halve(NOON);
    learn(CapabilityLearned.nothing(id, "maxSchedulePeriods", "it took ten", NOON.plusSeconds(1)));

    capabilities()
        .body("learned.maxSchedulePeriods", nullValue())
        .body("because.maxSchedulePeriods", nullValue())
        .body("effective.maxSchedulePeriods", is(1));
  }

  @Test
  void howManyPeriodsItWouldBeWithoutLessonsIsTold() {
    halve(NOON);
    capabilities().body("effective.periodsWithoutLessons", is(1));

    say("{\"maxSchedulePeriods\":4}")
        .body("effective.maxSchedulePeriods", is(4))
        .body("effective.periodsWithoutLessons", is(4));
  }

  @Test
  void theOperatorsWordWins() {
    halve(NOON);

    say("{\"maxSchedulePeriods\":8,\"readsBack\":false}")
        .body("learned.maxSchedulePeriods", is(5))
        .body("effective.maxSchedulePeriods", is(8))
        .body("effective.readsBack", is(false));
    say("{}").body("effective.maxSchedulePeriods", is(5)).body("effective.readsBack", is(true));
  }

  @Test
  void theOperatorHasItForgottenAndWhatIsToldOnceMoreDoesNotBringItBack() {
    halve(NOON);
    learn(CapabilityLearned.flag(id, "acceptsZero", false, "0 A was rejected", NOON));

    forget("/maxSchedulePeriods")
        .statusCode(200)
        .body("learned.maxSchedulePeriods", nullValue())
        .body("learned.acceptsZero", is(false))
        .body("effective.maxSchedulePeriods", is(1));
    halve(NOON);
    capabilities().body("learned.maxSchedulePeriods", nullValue());

    forget("").statusCode(200).body("learned.acceptsZero", nullValue());
    assertEquals(1, periodsTold().getLast());

    halve(Instant.now().plusSeconds(1));
    capabilities().body("learned.maxSchedulePeriods", is(5));
  }

  @Test
  void whatIsNoCapabilityOrNobodysIsNotFound() {
    forget("/colour").statusCode(404);
    given()
        .delete("/api/charge-points/nobody/capabilities/learned")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  @TestSecurity(user = "sam", roles = "site-manager")
  void aSiteManagerMaySeeButNotForget() {
    capabilities();
    forget("").statusCode(403);
  }

  @Test
  void aLessonAboutNobodyOrNonsenseHarmsNothing() {
    learn(CapabilityLearned.flag("nobody-" + id, "acceptsZero", false, "0 A was rejected", NOON));
    learn(new CapabilityLearned(id, "colour", "\"red\"", "it blushed", NOON));
    learn(new CapabilityLearned(id, "maxSchedulePeriods", "0", "it hangs always", NOON));

    halve(NOON);
    Await.until("learned all the same", () -> !periodsTold().isEmpty());
    capabilities().body("effective.maxSchedulePeriods", is(5));
  }
}
