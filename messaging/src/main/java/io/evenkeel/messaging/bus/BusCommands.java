package io.evenkeel.messaging.bus;

import io.evenkeel.messaging.Command;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Commands;
import io.evenkeel.messaging.Directory;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.flow.Overloaded;
import io.evenkeel.ocpp.Request;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@link Commands} as questions and answers on the bus. */
final class BusCommands implements Commands {

  /** How much longer than the charge point the bus may take, there and back. */
  static final Duration ALLOWANCE = Duration.ofSeconds(2);

  private final Function<Command, Uni<Void>> out;
  private final Directory directory;
  private final String origin;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Pending<CommandOutcome> pending;

  BusCommands(
      Function<Command, Uni<Void>> out,
      Directory directory,
      String origin,
      InstantSource clock,
      Supplier<String> ids,
      int capacity) {
    this.out = out;
    this.directory = directory;
    this.origin = origin;
    this.clock = clock;
    this.ids = ids;
    this.pending = new Pending<>("commands", capacity);
  }

  @Override
  public Uni<CommandOutcome> send(String chargePoint, Request request, Duration timeout) {
    return send(ids.get(), chargePoint, request, timeout);
  }

  @Override
  public Uni<CommandOutcome> send(
      String commandId, String chargePoint, Request request, Duration timeout) {
    return Uni.createFrom().deferred(() -> ask(commandId, chargePoint, request, timeout));
  }

  private Uni<CommandOutcome> ask(
      String commandId, String chargePoint, Request request, Duration timeout) {
    Optional<SessionRef> session = directory.sessionOf(chargePoint);
    if (session.isEmpty()) {
      return Uni.createFrom()
          .item(
              outcome(
                  commandId, chargePoint, Outcome.Offline, "The charge point is not connected"));
    }
    Instant now = clock.instant();
    Command command =
        new Command(commandId, chargePoint, session.get(), origin, now, now.plus(timeout), request);
    return pending
        .ask(
            commandId,
            command.expiresAt().plus(ALLOWANCE),
            Uni.createFrom().deferred(() -> out.apply(command)),
            Function.<CommandOutcome>identity(),
            TimeoutException::new)
        .onFailure()
        .recoverWithItem(failure -> without(commandId, chargePoint, failure));
  }

  private CommandOutcome without(String commandId, String chargePoint, Throwable failure) {
    return switch (failure) {
      case Overloaded full ->
          outcome(commandId, chargePoint, Outcome.Expired, "Never sent, " + full.getMessage());
      case TimeoutException _ ->
          outcome(commandId, chargePoint, Outcome.TimedOut, "No word from the charge point's node");
      default -> outcome(commandId, chargePoint, Outcome.TimedOut, "The bus failed: " + failure);
    };
  }

  private CommandOutcome outcome(
      String commandId, String chargePoint, Outcome outcome, String description) {
    return new CommandOutcome(
        commandId, chargePoint, origin, outcome, null, null, description, null, null);
  }

  /** Outcomes for other processes pass by; so do late ones. */
  void came(CommandOutcome outcome) {
    if (outcome.origin().equals(origin)) {
      pending.answer(outcome.commandId(), outcome);
    }
  }

  void expire(Instant now) {
    pending.expire(now);
  }

  int waiting() {
    return pending.size();
  }
}
