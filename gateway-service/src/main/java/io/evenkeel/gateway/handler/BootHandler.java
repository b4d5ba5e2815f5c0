package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.gateway.domain.device.BootFacts;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.Jitter;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.RegistryEvent;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.BootNotification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Answers BootNotification with what the registry says of the charge point. What it said of itself
 * is stored, and Booted is told, before it is answered (OCPP 1.6 section 4.2).
 */
@Singleton
class BootHandler implements CallHandler {

  private static final Logger LOG = Logger.getLogger(BootHandler.class);

  private final Registry registry;
  private final Publisher<ChargePointEvent> events;
  private final Publisher<RegistryEvent> registryEvents;
  private final GatewayConfig config;
  private final Jitter jitter;
  private final Clock clock = Clock.systemUTC();

  @Inject
  BootHandler(
      Registry registry,
      Publisher<ChargePointEvent> events,
      Publisher<RegistryEvent> registryEvents,
      GatewayConfig config) {
    this.registry = registry;
    this.events = events;
    this.registryEvents = registryEvents;
    this.config = config;
    this.jitter = new Jitter(() -> ThreadLocalRandom.current().nextLong(), config.intervalJitter());
  }

  @Override
  public Set<Action> actions() {
    return Set.of(Action.BootNotification);
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    var boot = (BootNotification.Request) question.call().request();
    var facts = BootFacts.of(boot);
    return Uni.createFrom()
        .completionStage(() -> registry.find(caller.chargePoint()))
        .chain(
            before ->
                registry
                    .boot(caller.chargePoint(), facts, question.receivedAt())
                    .call(after -> changed(before, after)))
        .chain(
            after -> {
              var registration = after.map(Device::registration).orElse(Registration.Rejected);
              LOG.infof(
                  "booted chargePoint=%s registration=%s vendor=%s model=%s firmware=%s",
                  caller.chargePoint(),
                  registration,
                  facts.vendor(),
                  facts.model(),
                  facts.firmwareVersion());
              return registration == Registration.Accepted
                  ? booted(caller, question, boot).replaceWith(() -> answer(registration))
                  : Uni.createFrom().item(() -> answer(registration));
            });
  }

  private Response answer(Registration registration) {
    var interval =
        registration == Registration.Accepted
            ? config.heartbeatInterval()
            : config.bootRetryInterval();
    return new BootNotification.Response(
        registration.bootStatus(), Timestamp.of(clock.instant()), jitter.seconds(interval));
  }

  private Uni<Void> booted(Caller caller, Ask.Question question, BootNotification.Request boot) {
    return events.publish(
        new ChargePointEvent.Booted(
            caller.chargePoint(), question.receivedAt(), caller.session(), boot));
  }

  /** Other nodes remember what they read: they are told when it is not so any more. */
  private Uni<Void> changed(Optional<Device> before, Optional<Device> after) {
    boolean same =
        before.map(Device::boot).equals(after.map(Device::boot))
            && before.map(Device::acceptedAt).equals(after.map(Device::acceptedAt));
    return same || after.isEmpty()
        ? Uni.createFrom().voidItem()
        : registryEvents.publish(new RegistryEvent.Changed(after.get().id()));
  }
}
