package io.evenkeel.gateway.commands;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenkeel.gateway.socket.Connections;
import io.evenkeel.gateway.store.GatewayDeadLetters;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.flow.LaneLimits;
import io.evenkeel.messaging.flow.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes the commands that are for this node to their sockets: at most once, never to another socket
 * than the one meant, never after their expiry.
 */
@ApplicationScoped
public class CommandReader {

  private static final Logger LOG = Logger.getLogger(CommandReader.class);
  private static final LaneLimits LIMITS = LaneLimits.of(64, 4096);

  /** Commands seen lately, so that one that is delivered again is not sent again. */
  private final Cache<String, Boolean> seen =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterWrite(Duration.ofMinutes(15))
          .executor(Runnable::run)
          .build();

  private final Connections connections;
  private final Orders orders;
  private final Publisher<CommandOutcome> outcomes;
  private final GatewayDeadLetters deadLetters;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public CommandReader(
      Connections connections,
      Orders orders,
      Publisher<CommandOutcome> outcomes,
      GatewayDeadLetters deadLetters) {
    this.connections = connections;
    this.orders = orders;
    this.outcomes = outcomes;
    this.deadLetters = deadLetters;
  }

  @Incoming("gateway-commands-in")
  public Flow.Subscriber<Message<Command>> commands() {
    return Lanes.reading("gateway.commands", LIMITS, this::on, deadLetters);
  }

  /** Done as soon as the command is with its socket: one that takes long keeps no other waiting. */
  private Uni<Void> on(Command command) {
    if (seen.asMap().putIfAbsent(command.commandId(), true) == null) {
      take(command);
    }
    return Uni.createFrom().voidItem();
  }

  private void take(Command command) {
    if (!clock.instant().isBefore(command.expiresAt())) {
      orders.notSent(
          command, Outcome.Expired, "its time was over before it reached the node", this::tell);
      return;
    }
    connections
        .of(command.chargePoint())
        .filter(connection -> connection.session().equals(command.to()))
        .ifPresentOrElse(
            connection -> connection.order(orders.of(command, null, this::tell)),
            () ->
                orders.notSent(
                    command, Outcome.Offline, "the connection meant is gone", this::tell));
  }

  private void tell(CommandOutcome outcome) {
    outcomes
        .publish(outcome)
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(1))
        .atMost(5)
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.warnf(
                    "outcome not told, whoever asked sees a time-out; commandId=%s chargePoint=%s"
                        + " outcome=%s cause=%s",
                    outcome.commandId(), outcome.chargePoint(), outcome.outcome(), failure));
  }
}
