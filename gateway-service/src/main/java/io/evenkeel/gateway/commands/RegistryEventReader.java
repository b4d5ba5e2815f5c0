package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.connection.DisconnectCause;
import io.evenkeel.gateway.domain.connection.Standing;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.socket.Connection;
import io.evenkeel.gateway.socket.Connections;
import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.RegistryEvent;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Makes what operators changed hold on this node: forgotten here, and told to the live socket. */
@ApplicationScoped
public class RegistryEventReader {

  private static final LaneLimits LIMITS = LaneLimits.of(64, 4096);

  private final Registry registry;
  private final Connections connections;
  private final Orders orders;
  private final GatewayConfig config;
  private final GatewayDeadLetters deadLetters;

  @Inject
  public RegistryEventReader(
      Registry registry,
      Connections connections,
      Orders orders,
      GatewayConfig config,
      GatewayDeadLetters deadLetters) {
    this.registry = registry;
    this.connections = connections;
    this.orders = orders;
    this.config = config;
    this.deadLetters = deadLetters;
  }

  @Incoming("gateway-registry-events-in")
  public Flow.Subscriber<Message<RegistryEvent>> registryEvents() {
    return Lanes.reading("gateway.registry-events", LIMITS, this::on, deadLetters);
  }

  private Uni<Void> on(RegistryEvent event) {
    registry.forget(event.chargePoint());
    var connection = connections.of(event.chargePoint());
    if (connection.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return switch (event) {
      case RegistryEvent.Removed _ -> {
        connection.get().stop(DisconnectCause.REMOVED);
        yield Uni.createFrom().voidItem();
      }
      case RegistryEvent.Changed(var id) ->
          Uni.createFrom()
              .completionStage(() -> registry.find(id))
              .invoke(
                  known ->
                      known.ifPresentOrElse(
                          device -> changed(connection.get(), device),
                          () -> connection.get().stop(DisconnectCause.REMOVED)))
              .replaceWithVoid();
    };
  }

  private void changed(Connection connection, Device device) {
    connection.registered(device.registration());
    if (device.registration() == Registration.Accepted) {
      connection.whenStanding(
          Standing.Pending.class,
          () ->
              connection.order(
                  orders.own(
                      connection.chargePoint(),
                      connection.session(),
                      new TriggerMessage.Request(
                          TriggerMessage.RequestedMessage.BootNotification, null),
                      config.commandTimeout(),
                      outcome -> {})));
    }
  }
}
