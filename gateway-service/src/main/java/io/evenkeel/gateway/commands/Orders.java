package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.domain.command.Secrets;
import io.evenkeel.gateway.domain.connection.Ending;
import io.evenkeel.gateway.domain.connection.Order;
import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.ChangeAvailability;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes orders of commands: logged, counted, and with somebody who is told the outcome. */
@Singleton
public class Orders {

  private final CommandLog log;
  private final ScheduledChanges scheduled;
  private final MeterRegistry meters;
  private final NodeIdentity self;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public Orders(
      CommandLog log, ScheduledChanges scheduled, MeterRegistry meters, NodeIdentity self) {
    this.log = log;
    this.scheduled = scheduled;
    this.meters = meters;
    this.self = self;
  }

  /** An order of this node's own. */
  Order own(
      String chargePoint,
      SessionRef session,
      Request request,
      Duration timeout,
      Consumer<CommandOutcome> told) {
    var now = clock.instant();
    var command =
        new Command(
            UUID.randomUUID().toString(),
            chargePoint,
            session,
            self.instance(),
            now,
            now.plus(timeout),
            request);
    return of(command, "gateway", told);
  }

  /**
   * @param requestedBy null when only the node that took the request knows
   */
  Order of(Command command, @Nullable String requestedBy, Consumer<CommandOutcome> told) {
    var id = command.commandId();
    return new Order(
        id.length() <= Codec.LONGEST_MESSAGE_ID ? id : UUID.randomUUID().toString(),
        command.request(),
        command.expiresAt(),
        new Told(command, entry(command, requestedBy), told));
  }

  static CommandEntry entry(Command command, @Nullable String requestedBy) {
    return new CommandEntry(
        command.commandId(),
        command.chargePoint(),
        Action.of(command.request()).wire(),
        Secrets.masked(command.request()),
        requestedBy,
        CommandState.Queued,
        null,
        null,
        null,
        command.createdAt(),
        command.expiresAt(),
        null,
        null,
        null);
  }

  /** The command never reached a socket. */
  void notSent(Command command, Outcome outcome, String why, Consumer<CommandOutcome> told) {
    new Told(command, entry(command, null), told).end(outcome(command, outcome, null, why));
  }

  private final class Told implements Order.Recipient {

    private final Command command;
    private final CommandEntry entry;
    private final Consumer<CommandOutcome> told;

    Told(Command command, CommandEntry entry, Consumer<CommandOutcome> told) {
      this.command = command;
      this.entry = entry;
      this.told = told;
    }

    @Override
    public void sent(Order order, Instant at) {
      log.note(entry.sent(at));
    }

    @Override
    public void ended(Order order, Ending ending, @Nullable Instant sentAt, Instant at) {
      end(
          switch (ending) {
            case Ending.Answered(var response) ->
                new CommandOutcome(
                    command.commandId(),
                    command.chargePoint(),
                    command.origin(),
                    Outcome.Answered,
                    response,
                    null,
                    null,
                    sentAt,
                    at);
            case Ending.Refused(var code, var description) ->
                new CommandOutcome(
                    command.commandId(),
                    command.chargePoint(),
                    command.origin(),
                    Outcome.Refused,
                    null,
                    code,
                    description,
                    sentAt,
                    at);
            case Ending.Forbidden _ ->
                refused(Refusal.ForbiddenInThisState, "not allowed in the charge point's state");
            case Ending.QueueFull _ ->
                refused(Refusal.QueueFull, "too many commands wait for this charge point");
            case Ending.Expired _ ->
                outcome(command, Outcome.Expired, null, "its time was over before its turn");
            case Ending.TimedOut _ ->
                outcome(command, Outcome.TimedOut, sentAt, "no answer in time");
            case Ending.Offline _ ->
                outcome(command, Outcome.Offline, sentAt, "the connection ended");
          });
    }

    private CommandOutcome refused(Refusal why, String description) {
      return new CommandOutcome(
          command.commandId(),
          command.chargePoint(),
          command.origin(),
          Outcome.Refused,
          null,
          why.name(),
          description,
          null,
          null);
    }

    private void end(CommandOutcome outcome) {
      var ended = entry.ended(outcome);
      log.note(ended);
      if (command.request() instanceof ChangeAvailability.Request) {
        scheduled.ended(ended);
      }
      meters
          .timer(
              "evenkeel.gateway.commands",
              "action",
              entry.action(),
              "outcome",
              outcome.outcome().name())
          .record(Duration.between(command.createdAt(), clock.instant()));
      told.accept(outcome);
    }
  }

  private static CommandOutcome outcome(
      Command command, Outcome outcome, @Nullable Instant sentAt, String description) {
    return new CommandOutcome(
        command.commandId(),
        command.chargePoint(),
        command.origin(),
        outcome,
        null,
        null,
        description,
        sentAt,
        null);
  }
}
