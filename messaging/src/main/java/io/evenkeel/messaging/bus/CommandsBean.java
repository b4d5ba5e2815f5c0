package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.ocpp.Request;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Wires {@link BusCommands} to its channel; left out where {@code
 * evenkeel.messaging.commands=false}.
 */
@ApplicationScoped
@IfBuildProperty(name = "evenkeel.messaging.commands", stringValue = "true", enableIfMissing = true)
public class CommandsBean implements Commands {

  private static final int EXPIRY_MS = 50;
  private static final int AHEAD = 1024;

  private final BusCommands commands;
  private final Vertx vertx;
  private final long timer;

  @Inject
  CommandsBean(
      BusOut out,
      Directory directory,
      NodeIdentity self,
      Vertx vertx,
      @ConfigProperty(name = "evenkeel.messaging.max-pending-commands", defaultValue = "20000")
          int capacity) {
    this.commands =
        new BusCommands(
            out::send,
            directory,
            self.instance(),
            InstantSource.system(),
            () -> UUID.randomUUID().toString(),
            capacity);
    this.vertx = vertx;
    this.timer = vertx.setPeriodic(EXPIRY_MS, _ -> commands.expire(Instant.now()));
  }

  @Override
  public Uni<CommandOutcome> send(String chargePoint, Request request, Duration timeout) {
    return commands.send(chargePoint, request, timeout);
  }

  @Override
  public Uni<CommandOutcome> send(
      String commandId, String chargePoint, Request request, Duration timeout) {
    return commands.send(commandId, chargePoint, request, timeout);
  }

  @Incoming("command-outcomes-in")
  public Flow.Subscriber<Message<CommandOutcome>> outcomes() {
    return Listening.to(AHEAD, commands::came);
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
