package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.ConfigurationParts;
import io.evenkeel.gateway.domain.command.ProfileChange;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes commands from people: writes them down, sends them wherever the charge point is, and says
 * what came of them.
 */
@ApplicationScoped
public class CommandDesk {

  private static final Logger LOG = Logger.getLogger(CommandDesk.class);

  /** A command that has been written down; {@code outcome} sends it when subscribed to. */
  public record Taken(CommandEntry entry, Uni<CommandOutcome> outcome) {}

  private final Registry registry;
  private final Commands commands;
  private final CommandLog log;
  private final ProfileChanges profileChanges;
  private final NodeIdentity self;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public CommandDesk(
      Registry registry,
      Commands commands,
      CommandLog log,
      ProfileChanges profileChanges,
      NodeIdentity self) {
    this.registry = registry;
    this.commands = commands;
    this.log = log;
    this.profileChanges = profileChanges;
    this.self = self;
  }

  /** Writes the command down; it is not sent yet. */
  public Uni<Taken> take(Device device, Request request, Duration timeout, String user) {
    var now = clock.instant();
    var nobody = new SessionRef(self.ordinal(), 0, 0);
    var command =
        new Command(
            UUID.randomUUID().toString(),
            device.id(),
            nobody,
            self.instance(),
            now,
            now.plus(timeout),
            request);
    var entry = Orders.entry(command, user);
    LOG.infof(
        "command commandId=%s chargePoint=%s action=%s user=%s",
        entry.commandId(), entry.chargePoint(), entry.action(), user);
    var sending = send(device, command, timeout).invoke(outcome -> log.note(entry.ended(outcome)));
    if (!ProfileChange.isOne(request)) {
      return log.write(entry).replaceWith(new Taken(entry, sending));
    }
    var change =
        new ProfileChange(command.commandId(), command.chargePoint(), request, command.expiresAt());
    return log.write(entry)
        .chain(() -> profileChanges.begins(change))
        .replaceWith(
            new Taken(entry, sending.invoke(outcome -> profileChanges.ended(change, outcome))));
  }

  private Uni<CommandOutcome> send(Device device, Command command, Duration timeout) {
    if (command.request() instanceof GetConfiguration.Request request) {
      var maxKeys = device.claims(registry.models()).getConfigurationMaxKeys();
      var parts = ConfigurationParts.of(request, maxKeys);
      if (parts.size() > 1) {
        return sendParts(command, parts, List.of());
      }
    }
    return commands.send(command.commandId(), command.chargePoint(), command.request(), timeout);
  }

  /** One after the other, until one is not answered; all of them within the time of the whole. */
  private Uni<CommandOutcome> sendParts(
      Command command, List<GetConfiguration.Request> parts, List<CommandOutcome> before) {
    var left = Duration.between(clock.instant(), command.expiresAt());
    return commands
        .send(command.chargePoint(), parts.get(before.size()), left)
        .chain(
            outcome -> {
              var outcomes = new ArrayList<>(before);
              outcomes.add(outcome);
              return outcome.outcome() == Outcome.Answered && outcomes.size() < parts.size()
                  ? sendParts(command, parts, outcomes)
                  : Uni.createFrom().item(joined(command, outcomes));
            });
  }

  private static CommandOutcome joined(Command command, List<CommandOutcome> outcomes) {
    var last = outcomes.getLast();
    var answers = new ArrayList<GetConfiguration.Response>();
    for (var outcome : outcomes) {
      if (outcome.response() instanceof GetConfiguration.Response answer) {
        answers.add(answer);
      }
    }
    boolean answered = last.outcome() == Outcome.Answered;
    return new CommandOutcome(
        command.commandId(),
        command.chargePoint(),
        command.origin(),
        last.outcome(),
        answered ? ConfigurationParts.joined(answers) : null,
        last.errorCode(),
        last.errorDescription(),
        outcomes.getFirst().sentAt(),
        last.answeredAt());
  }
}
