package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.socket.Connections;
import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.evenkeel.ocpp.core.ChangeAvailability;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Learns which changes of availability other nodes' charge points have scheduled. */
@ApplicationScoped
public class CommandOutcomeReader {

  private static final LaneLimits LIMITS = LaneLimits.of(16, 1024);

  private final Connections connections;
  private final CommandLog log;
  private final ScheduledChanges scheduled;
  private final GatewayDeadLetters deadLetters;

  @Inject
  public CommandOutcomeReader(
      Connections connections,
      CommandLog log,
      ScheduledChanges scheduled,
      GatewayDeadLetters deadLetters) {
    this.connections = connections;
    this.log = log;
    this.scheduled = scheduled;
    this.deadLetters = deadLetters;
  }

  @Incoming("gateway-command-outcomes-in")
  public Flow.Subscriber<Message<CommandOutcome>> outcomes() {
    return Lanes.reading("gateway.command-outcomes", LIMITS, this::on, deadLetters);
  }

  private Uni<Void> on(CommandOutcome outcome) {
    // of its own sockets a node knows it from the answer itself, before any status can follow
    return outcome.response() instanceof ChangeAvailability.Response
            && connections.of(outcome.chargePoint()).isEmpty()
        ? learn(outcome)
        : Uni.createFrom().voidItem();
  }

  Uni<Void> learn(CommandOutcome outcome) {
    return log.get(outcome.chargePoint(), outcome.commandId())
        .invoke(found -> found.ifPresent(line -> scheduled.ended(line.merged(line.ended(outcome)))))
        .replaceWithVoid();
  }
}
