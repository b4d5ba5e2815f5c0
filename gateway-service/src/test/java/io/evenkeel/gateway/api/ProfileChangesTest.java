package io.evenkeel.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.gateway.commands.ProfileChanges;
import io.evenkeel.gateway.domain.command.ProfileChange;
import io.evenkeel.gateway.kit.Await;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.store.ProfileChangeStore;
import io.evenkeel.messaging.ChargePointEvent.ProfileChanged;
import io.evenkeel.messaging.Commands;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody is told when an operator's command may have changed charging profiles. */
@QuarkusTest
@TestSecurity(user = "olga", roles = "operator")
class ProfileChangesTest {

  private static final String PROFILE = CommandSamples.request(Action.SetChargingProfile);
  private static final ClearChargingProfile.Request CLEAR_ALL =
      new ClearChargingProfile.Request(null, null, null, null);

  @Inject Fleet fleet;
  @Inject TransactionServiceDouble others;
  @Inject ProfileChanges changes;
  @Inject ProfileChangeStore store;
  @Inject Commands commands;

  private String id = "";
  private ChargePoint chargePoint;
  private CommandClient client;

  @BeforeEach
  void connect() throws ExecutionException {
    id = fleet.newId();
    chargePoint = fleet.accepted(id).manual();
    client = new CommandClient(id);
  }

  @AfterEach
  void close() {
    chargePoint.close();
  }

  private List<ProfileChanged> told() {
    return others.eventsOf(id, ProfileChanged.class);
  }

  private ProfileChanged toldOne() {
    Await.until("told", () -> !told().isEmpty());
    assertEquals(1, told().size());
    return told().getFirst();
  }

  @Test
  void whatTheChargePointAnsweredIsTold() throws ExecutionException {
    var response = client.posting("SetChargingProfile", "", PROFILE);
    chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", "Accepted"));
    var commandId =
        ChargePoint.get(response).statusCode(200).extract().jsonPath().getString("commandId");

    var told = toldOne();
    assertEquals(commandId, told.commandId());
    assertEquals(
        new SetChargingProfile.Response(SetChargingProfile.Status.Accepted), told.response());
    assertEquals(true, told.request() instanceof SetChargingProfile.Request);
    assertNotNull(told.sentAt());
    Await.until(
        "struck out",
        () ->
            Fleet.run(() -> store.overdue(Instant.now().plusSeconds(86_400))).stream()
                .noneMatch(overdue -> overdue.commandId().equals(commandId)));
  }

  @Test
  void whatWasNotAnsweredMayHaveBeenDone() throws ExecutionException {
    var response = client.posting("ClearChargingProfile", "?timeout=1", "{}");
    chargePoint.nextCall();
    ChargePoint.get(response).statusCode(504);

    assertNull(toldOne().response());
    assertEquals(CLEAR_ALL, toldOne().request());
  }

  @Test
  void whatNeverReachedItIsNotTold() throws ExecutionException {
    var away = fleet.newId();
    fleet.accepted(away).close();
    Await.until("gone", () -> !fleet.isConnected(away));
    new CommandClient(away).post("SetChargingProfile", "", PROFILE).statusCode(503);

    // the one that is told after it shows that there was time enough
    whatTheChargePointAnsweredIsTold();
    assertEquals(List.of(), others.eventsOf(away, ProfileChanged.class));
  }

  @Test
  void otherCommandsAndThoseOfOtherServicesAreNot() throws ExecutionException {
    var reset = client.posting("Reset", "", "{\"type\":\"Soft\"}");
    chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", "Accepted"));
    ChargePoint.get(reset).statusCode(200);
    var service =
        commands
            .send(id, CLEAR_ALL, Duration.ofSeconds(10))
            .subscribeAsCompletionStage()
            .toCompletableFuture();
    chargePoint.result(chargePoint.nextCall().id(), new JsonObject().put("status", "Accepted"));
    ChargePoint.get(service);

    whatTheChargePointAnsweredIsTold();
  }

  @Test
  void whatANodeDiedOverIsToldFromTheLog() throws ExecutionException {
    // Given a command that was written down, and nothing since
    var commandId = "lost-" + id;
    var expired = Instant.now().minusSeconds(600);
    Fleet.run(() -> store.add(new ProfileChange(commandId, id, CLEAR_ALL, expired)));

    // When
    Fleet.run(() -> changes.tellOverdue(Instant.now()));

    // Then
    var told = toldOne();
    assertEquals(commandId, told.commandId());
    assertEquals(CLEAR_ALL, told.request());
    assertNull(told.response());
    assertEquals(
        0,
        Fleet.run(() -> store.overdue(Instant.now())).stream()
            .filter(overdue -> overdue.commandId().equals(commandId))
            .count());
  }
}
