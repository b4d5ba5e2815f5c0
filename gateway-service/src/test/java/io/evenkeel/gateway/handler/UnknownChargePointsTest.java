package io.evenkeel.gateway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.GatewayConfig.UnknownChargePoints;
import io.evenkeel.gateway.domain.device.KnownModels;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.kit.ChargePoint;
import io.evenkeel.gateway.kit.Fleet;
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
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.RegistryEvent;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charge points that nobody registered, on listeners with another policy than to refuse them. */
@QuarkusTest
class UnknownChargePointsTest {

  @Inject Fleet fleet;
  @Inject GatewayConfig config;
  @Inject DeviceStore devices;
  @Inject ChargePointStore store;
  @Inject @All List<CallHandler> handlers;
  @Inject Publisher<ChargePointEvent> events;
  @Inject Publisher<RegistryEvent> registryEvents;
  @Inject Connections connections;
  @Inject Announcements announcements;
  @Inject Traffic traffic;
  @Inject BootListener bootListener;
  @Inject LastSeen lastSeen;
  @Inject PasswordCheck passwords;
  @Inject Vertx vertx;

  private int listen(UnknownChargePoints policy) throws ExecutionException {
    InvocationHandler overriding =
        (_, method, arguments) ->
            method.getName().equals("unknownChargePoints")
                ? policy
                : method.invoke(config, arguments);
    var changed =
        (GatewayConfig)
            Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {GatewayConfig.class}, overriding);
    var registry = new Registry(changed, devices);
    var mine = new ArrayList<>(handlers);
    mine.removeIf(BootHandler.class::isInstance);
    mine.add(new BootHandler(registry, events, registryEvents, changed));
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
    return ChargePoint.get(
        new OcppListener(node, passwords)
            .listen(vertx, 0, 1)
            .toCompletionStage()
            .toCompletableFuture());
  }

  @ParameterizedTest
  @CsvSource({"PENDING,Pending", "ACCEPT,Accepted"})
  void aStrangerIsRegisteredWhenItBoots(UnknownChargePoints policy, String status)
      throws ExecutionException {
    // Given
    var id = fleet.newId();
    try (var chargePoint = ChargePoint.connect(ChargePoint.Way.to(listen(policy), id))) {
      assertTrue(Fleet.run(() -> store.get(id)).isEmpty(), "a connection registers nobody");

      // When
      var boot = chargePoint.boot("Stranger", "S1").payload();

      // Then
      assertEquals(status, boot.getString("status"));
      var entry = Fleet.run(() -> store.get(id)).orElseThrow();
      assertEquals(status, entry.device().registration().name());
      assertEquals("Stranger", entry.device().capabilities(new KnownModels(List.of())).vendor());
    }
  }

  @Test
  void theOperatorsWordOutranksThePolicy() throws ExecutionException {
    var id = fleet.newId();
    fleet.register(id, Registration.Rejected, null);

    try (var chargePoint =
        ChargePoint.connect(ChargePoint.Way.to(listen(UnknownChargePoints.ACCEPT), id))) {
      assertEquals("Rejected", chargePoint.boot().payload().getString("status"));
    }
  }
}
