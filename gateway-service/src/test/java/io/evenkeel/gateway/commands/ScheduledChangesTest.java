package io.evenkeel.gateway.commands;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.gateway.handler.Caller;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.Outcomes;
import io.evenkeel.gateway.socket.Connections;
import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ChangeAvailability that waits for a transaction to end. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class ScheduledChangesTest {

  @Inject Fleet fleet;
  @Inject Outcomes outcomes;
  @Inject CommandLog log;
  @Inject ScheduledChanges changes;
  @Inject NodeIdentity self;
  @Inject GatewayDeadLetters deadLetters;

  private String id = "";
  private ChargePoint chargePoint;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id).manual();
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  /** Sends ChangeAvailability and lets the charge point answer; the command's id. */
  private String change(int connector, String type, String answer) {
    var location =
        given()
            .contentType(ContentType.JSON)
            .body("{\"connectorId\":%d,\"type\":\"%s\"}".formatted(connector, type))
            .post("/api/charge-points/{id}/commands/ChangeAvailability?wait=false", id)
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", answer));
    var path = URI.create(location).getPath();
    var command = path.substring(path.lastIndexOf('/') + 1);
    Await.until("answered", () -> !outcomes.of(command).isEmpty());
    return command;
  }

  private void status(int connector, String status) {
    var answer =
        chargePoint.ask(
            "StatusNotification",
            new JsonObject()
                .put("connectorId", connector)
                .put("errorCode", "NoError")
                .put("status", status));
    assertEquals(3, answer.type());
  }

  private JsonPath line(String command) {
    return given().get("/api/charge-points/{id}/commands/{c}", id, command).jsonPath();
  }

  private void awaitState(String command, String state) {
    Await.until(state, () -> state.equals(line(command).getString("state")));
  }

  // ---- F73

  @Test
  void F73_whatIsScheduledIsShownAsPendingUntilItsStatusComes() {
    // Given
    var command = change(1, "Inoperative", "Scheduled");
    awaitState(command, "Scheduled");

    // When
    status(1, "Charging");
    status(2, "Unavailable");
    status(0, "Unavailable");

    // Then
    assertEquals("Scheduled", line(command).getString("state"), "none of these is its status");

    // When
    status(1, "Unavailable");

    // Then
    given()
        .get("/api/charge-points/{id}/commands", id)
        .then()
        .body("items[0].commandId", equalTo(command))
        .body("items[0].state", equalTo("Effective"))
        .body("items[0].response.status", equalTo("Scheduled"))
        .body("items[0].effectiveAt", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "0, Inoperative, Unavailable",
    "1, Operative, Available",
    "1, Operative, Charging",
    "0, Operative, Available"
  })
  void F73_theStatusThatIsWaitedFor(int connector, String type, String status) {
    var command = change(connector, type, "Scheduled");
    if (type.equals("Operative")) {
      status(connector, "Faulted");
      status(connector, "Unavailable");
      awaitState(command, "Scheduled");
    }

    status(connector, status);

    assertEquals("Effective", line(command).getString("state"));
  }

  @ParameterizedTest
  @CsvSource({"1, Accepted", "1, Scheduled", "0, Accepted"})
  void F73_aLaterOneTakesItsPlace(int connector, String answer) {
    var first = change(1, "Inoperative", "Scheduled");

    var second = change(connector, "Operative", answer);

    awaitState(first, "Replaced");
    status(1, "Unavailable");
    awaitState(second, answer.equals("Accepted") ? "Answered" : "Scheduled");
    given()
        .get("/api/charge-points/{id}/commands/{c}", id, first)
        .then()
        .body("state", equalTo("Replaced"))
        .body("effectiveAt", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"1, Rejected", "2, Accepted"})
  void F73_oneThatIsRejectedOrForAnotherConnectorDoesNot(int connector, String answer) {
    var first = change(1, "Inoperative", "Scheduled");

    change(connector, "Operative", answer);
    status(1, "Unavailable");

    assertEquals("Effective", line(first).getString("state"));
  }

  // ---- other lives, other nodes

  @Test
  void F73_itIsStillPendingAfterARestart() {
    // Given
    var command = change(1, "Inoperative", "Scheduled");
    awaitState(command, "Scheduled");
    var nextLife = new ScheduledChanges(log);

    // When
    Fleet.run(nextLife::load);
    tellUnavailable(nextLife);

    // Then
    assertEquals("Effective", line(command).getString("state"));
  }

  @Test
  void F73_anotherNodeKnowsItFromTheBus() {
    // Given
    var command = change(1, "Inoperative", "Scheduled");
    var elsewhere = new ScheduledChanges(log);
    var reader = new CommandOutcomeReader(new Connections(self), log, elsewhere, deadLetters);

    // When: the charge point has moved there when its transaction ends
    Fleet.run(() -> reader.learn(outcomes.of(command).getFirst()));
    tellUnavailable(elsewhere);
    var seenAt = line(command).getString("effectiveAt");

    // Then
    assertEquals("Effective", line(command).getString("state"));
    status(1, "Unavailable");
    assertEquals(seenAt, line(command).getString("effectiveAt"), "the first time counts");
  }

  private void tellUnavailable(ScheduledChanges node) {
    var status =
        new StatusNotification.Request(
            1, ChargePointErrorCode.NoError, null, ChargePointStatus.Unavailable, null, null, null);
    var call = new Decoded.Call("m", Action.StatusNotification, status, List.of(), null);
    var kept = node.told(new At(id), new Ask.Question(1, Instant.now(), call));
    Fleet.run(() -> kept);
  }

  private record At(String chargePoint) implements Caller {
    @Override
    public SessionRef session() {
      return new SessionRef(1, 1, 1);
    }
  }
}
