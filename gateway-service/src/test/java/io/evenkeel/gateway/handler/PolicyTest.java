package io.evenkeel.gateway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.GatewayConfig.OnFailure;
import io.evenkeel.gateway.GatewayConfig.UnknownChargePoints;
import io.evenkeel.gateway.GatewayConfig.WhenUnavailable;
import io.evenkeel.gateway.domain.device.KnownModels;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.AuthServiceDouble;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.ConfigWith;
import io.evenkeel.gateway.kit.Fleet;
import io.evenkeel.gateway.kit.TransactionServiceDouble;
import io.evenkeel.gateway.registry.LastSeen;
import io.evenkeel.gateway.registry.PasswordCheck;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.socket.Announcements;
import io.evenkeel.gateway.socket.BootListener;
import io.evenkeel.gateway.socket.Connections;
import io.evenkeel.gateway.socket.GatewayNode;
import io.evenkeel.gateway.socket.OcppListener;
import io.evenkeel.gateway.socket.Traffic;
import io.evenkeel.gateway.store.ChargePointStore;
import io.evenkeel.gateway.store.DeviceStore;
import io.evenkeel.messaging.Calls;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.RegistryEvent;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies other than the default ones, each on a listener of its own. */
@QuarkusTest
class PolicyTest {

  @Inject Fleet fleet;
  @Inject GatewayConfig config;
  @Inject DeviceStore devices;
  @Inject ChargePointStore store;
  @Inject @All List<CallHandler> handlers;
  @Inject Calls calls;
  @Inject CallIds ids;
  @Inject Publisher<ChargePointEvent> events;
  @Inject Publisher<RegistryEvent> registryEvents;
  @Inject Connections connections;
  @Inject Announcements announcements;
  @Inject Traffic traffic;
  @Inject BootListener bootListener;
  @Inject LastSeen lastSeen;
  @Inject PasswordCheck passwords;
  @Inject Vertx vertx;
  @Inject AuthServiceDouble auth;
  @Inject TransactionServiceDouble transactions;

  @AfterEach
  void allWorks() {
    auth.mood(AuthServiceDouble.Mood.WORKS);
  }

  private ChargePoint connect(String id, Map<String, Object> changes) throws ExecutionException {
    var changed = ConfigWith.changed(config, changes);
    var registry = new Registry(changed, devices);
    var decisions = new Decisions(calls, changed, ids);
    var mine = new ArrayList<>(handlers);
    mine.removeIf(
        handler ->
            handler instanceof BootHandler
                || handler instanceof AuthorizeHandler
                || handler instanceof TransactionHandler);
    mine.add(new BootHandler(registry, events, registryEvents, changed));
    mine.add(new AuthorizeHandler(decisions, changed));
    mine.add(new TransactionHandler(decisions, calls, changed, ids));
    var node =
        new GatewayNode(
            changed,
            new Handlers(mine),
            connections,
            announcements,
            traffic,
            bootListener,
            registry,
            lastSeen);
    int port =
        ChargePoint.get(
            new OcppListener(node, passwords)
                .listen(vertx, 0, 1)
                .toCompletionStage()
                .toCompletableFuture());
    return ChargePoint.connect(ChargePoint.Way.to(port, id));
  }

  // ---- unknown charge points

  @ParameterizedTest
  @CsvSource({"PENDING,Pending", "ACCEPT,Accepted"})
  void aStrangerIsRegisteredWhenItBoots(UnknownChargePoints policy, String status)
      throws ExecutionException {
    // Given
    var id = fleet.newId();
    try (var chargePoint = connect(id, Map.of("unknownChargePoints", policy))) {
      assertTrue(Fleet.run(() -> store.get(id)).isEmpty(), "a connection registers nobody");

      // When
      var boot = chargePoint.boot("Stranger", "S1").payload();

      // Then
      assertEquals(status, boot.getString("status"));
      var device = Fleet.run(() -> store.get(id)).orElseThrow().device();
      assertEquals(status, device.registration().name());
      assertEquals("Stranger", device.capabilities(new KnownModels(List.of())).vendor());
    }
  }

  @Test
  void theOperatorsWordOutranksThePolicy() throws ExecutionException {
    var id = fleet.newId();
    fleet.register(id, Registration.Rejected, null);

    try (var chargePoint = connect(id, Map.of("unknownChargePoints", UnknownChargePoints.ACCEPT))) {
      assertEquals("Rejected", chargePoint.boot().payload().getString("status"));
    }
  }

  // ---- auth-service away

  private static JsonObject start(String tag) {
    return new JsonObject()
        .put("connectorId", 1)
        .put("idTag", tag)
        .put("meterStart", 0)
        .put("timestamp", "2026-01-01T10:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"ACCEPT,Accepted", "REFUSE,Invalid"})
  void unknownTagsWhileAuthServiceIsAway(WhenUnavailable policy, String status)
      throws ExecutionException {
    // Given
    auth.mood(AuthServiceDouble.Mood.FAILS);
    var id = fleet.registered();
    try (var chargePoint = connect(id, Map.of("authorizationWhenUnavailable", policy))) {
      chargePoint.boot();

      // When
      var authorize =
          chargePoint.ask("Authorize", new JsonObject().put("idTag", "away-" + policy)).payload();
      var started = chargePoint.ask("StartTransaction", start("away-" + policy));

      // Then
      assertEquals(status, authorize.getJsonObject("idTagInfo").getString("status"));
      assertEquals(3, started.type());
      var decision = transactions.callsOf(id).getLast().authorization();
      switch (policy) {
        case ACCEPT -> assertNull(decision);
        case REFUSE ->
            assertEquals(AuthorizationStatus.Invalid, decision == null ? null : decision.status());
        case ERROR -> throw new AssertionError("not of this test");
      }
    }
  }

  // ---- what a charge point is told when its call cannot be done

  @ParameterizedTest
  @EnumSource(OnFailure.class)
  void aFailedCallIsAnErrorOrSilence(OnFailure policy) throws ExecutionException {
    // Given
    var id = fleet.registered();
    transactions.fail(id, ErrorCode.InternalError);
    try (var chargePoint = connect(id, Map.of("onFailure", policy))) {
      chargePoint.boot();

      // When
      chargePoint.call("StartTransaction", start("T"));
      chargePoint.call("Heartbeat", new JsonObject());

      // Then
      if (policy == OnFailure.ERROR) {
        assertEquals("InternalError", chargePoint.answer().errorCode());
      }
      assertTrue(chargePoint.answer().payload().containsKey("currentTime"), "and it goes on");
    }
  }
}
