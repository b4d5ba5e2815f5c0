package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.device.DeclaredConfiguration;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.socket.BootListener;
import io.evenkeel.gateway.socket.Connection;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.RegistryEvent;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.GetConfiguration.KeyValue;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks a charge point what it stands, by GetConfiguration, after its first accepted boot and after
 * each change of its firmware. When it does not answer it is asked again at its next boot.
 */
@Singleton
public class CapabilityLearner implements BootListener {

  private static final Logger LOG = Logger.getLogger(CapabilityLearner.class);

  /** Who answers so will not answer otherwise until its firmware changes. */
  private static final Set<String> UNABLE =
      Set.of(ErrorCode.NotImplemented.wire(), ErrorCode.NotSupported.wire());

  private final GatewayConfig config;
  private final Registry registry;
  private final Orders orders;
  private final Publisher<ChargePointEvent> events;
  private final Publisher<RegistryEvent> registryEvents;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public CapabilityLearner(
      GatewayConfig config,
      Registry registry,
      Orders orders,
      Publisher<ChargePointEvent> events,
      Publisher<RegistryEvent> registryEvents) {
    this.config = config;
    this.registry = registry;
    this.orders = orders;
    this.events = events;
    this.registryEvents = registryEvents;
  }

  @Override
  public void accepted(Connection connection) {
    if (!config.learnCapabilities()) {
      return;
    }
    Uni.createFrom()
        .completionStage(() -> registry.find(connection.chargePoint()))
        .subscribe()
        .with(
            known ->
                known
                    .filter(Device::capabilitiesUnknown)
                    .ifPresent(device -> askForAll(connection, device)),
            failure ->
                LOG.warnf(
                    "capabilities not asked for; chargePoint=%s cause=%s",
                    connection.chargePoint(), failure));
  }

  private void askForAll(Connection connection, Device device) {
    ask(
        connection,
        null,
        keys -> {
          if (saysSomething(keys)) {
            learned(device, keys);
          } else {
            // some only answer when they are asked by name
            ask(connection, DeclaredConfiguration.KEYS, named -> learned(device, named));
          }
        });
  }

  private void ask(
      Connection connection, @Nullable List<String> names, Consumer<List<KeyValue>> then) {
    connection.order(
        orders.own(
            connection.chargePoint(),
            connection.session(),
            new GetConfiguration.Request(names),
            config.learnTimeout(),
            outcome -> answered(outcome, names == null, then)));
  }

  private void answered(CommandOutcome outcome, boolean mayRefuse, Consumer<List<KeyValue>> then) {
    if (outcome.response() instanceof GetConfiguration.Response answer) {
      var keys = answer.configurationKey();
      then.accept(keys == null ? List.of() : keys);
    } else if (outcome.outcome() == CommandOutcome.Outcome.Refused
        && (mayRefuse || UNABLE.contains(String.valueOf(outcome.errorCode())))) {
      then.accept(List.of());
    } else {
      LOG.infof(
          "capabilities not learned, asked again at the next boot; chargePoint=%s outcome=%s",
          outcome.chargePoint(), outcome.outcome());
    }
  }

  private static boolean saysSomething(List<KeyValue> keys) {
    var wanted = DeclaredConfiguration.KEYS.stream().map(CapabilityLearner::lower).toList();
    return keys.stream().anyMatch(key -> wanted.contains(lower(key.key())));
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private void learned(Device device, List<KeyValue> keys) {
    var claims = DeclaredConfiguration.claims(keys);
    registry
        .declared(device.id(), claims, device.firmware(), clock.instant())
        .chain(known -> known.isEmpty() ? Uni.createFrom().voidItem() : tell(known.get()))
        .subscribe()
        .with(
            _ -> LOG.infof("capabilities learned chargePoint=%s", device.id()),
            failure ->
                LOG.warnf(
                    "capabilities not kept, asked again at the next boot; chargePoint=%s cause=%s",
                    device.id(), failure));
  }

  private Uni<Void> tell(Device device) {
    return registryEvents
        .publish(new RegistryEvent.Changed(device.id()))
        .chain(
            () ->
                events.publish(
                    new ChargePointEvent.CapabilitiesKnown(
                        device.id(), clock.instant(), registry.capabilities(device))));
  }
}
