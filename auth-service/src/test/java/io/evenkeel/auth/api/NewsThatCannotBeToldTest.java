package io.evenkeel.auth.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.bus.Await;
import io.evenkeel.auth.bus.Gateway;
import io.evenkeel.auth.bus.Telling;
import io.evenkeel.auth.bus.Tellings;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.store.AuthDeadLetters;
import io.evenkeel.auth.store.IdTagWrites;
import io.evenkeel.messaging.AuthEvent.IdTagChanged;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bus is away, or this process dies, between the commit of a change and its telling. */
@QuarkusTest
@TestSecurity(user = "test", roles = "operator")
class NewsThatCannotBeToldTest {

  @Inject Gateway gateway;
  @Inject Tellings tellings;
  @Inject IdTagViews views;
  @Inject IdTagWrites writes;
  @Inject IdTagImport imports;
  @Inject AuthDeadLetters deadLetters;
  @Inject ObjectMapper json;

  @BeforeEach
  void forget() {
    gateway.forget();
  }

  @Test
  void aChangeThatIsCommittedWhenTheProcessDiesIsToldByTheNextLife() throws Throwable {
    IdTagChange change =
        new IdTagChange(
            TagName.of("News-Crash"), AuthorizationStatus.Accepted, null, null, null, null);
    VertxContextSupport.subscribeAndAwait(() -> writes.put(change));
    Await.until("somebody tells", () -> gateway.heard().contains(new IdTagChanged("News-Crash")));
  }

  @Test
  void aChangeThatCannotBeToldIsNotAnsweredAsDoneAndToldLater() {
    // Given a bus that is away
    Telling telling = tellings.thatFail();
    IdTagResource resource = new IdTagResource(views, writes, telling, imports, deadLetters, json);
    // When
    HttpProblem problem =
        assertThrows(
            HttpProblem.class,
            () ->
                VertxContextSupport.subscribeAndAwait(
                    () -> resource.put("News-Late", "{\"status\":\"Accepted\"}", null)));
    // Then the caller knows, the change stands, and gateways hear of it without being asked again
    assertEquals(503, problem.getStatusCode());
    given().get("/api/id-tags/News-Late").then().body("status", equalTo("Accepted"));
    Await.until("somebody tells", () -> gateway.heard().contains(new IdTagChanged("News-Late")));
  }
}
