package io.evenkeel.gateway.domain.command;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.ocpp.core.ChangeAvailability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the log of commands. No secrets: see {@link Secrets}.
 *
 * @param request payload as JSON
 * @param requestedBy the API's user, or the service that asked; null when only the other node knows
 * @param response payload as JSON
 * @param sentAt when it was written to the socket
 * @param effectiveAt when what had been scheduled was seen to have happened
 */
public record CommandEntry(
    String commandId,
    String chargePoint,
    String action,
    String request,
    @Nullable String requestedBy,
    CommandState state,
    @Nullable String response,
    @Nullable String errorCode,
    @Nullable String errorDescription,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable Instant effectiveAt) {

  /** The same command, sent. */
  public CommandEntry sent(Instant at) {
    return new CommandEntry(
        commandId,
        chargePoint,
        action,
        request,
        requestedBy,
        CommandState.Sent,
        response,
        errorCode,
        errorDescription,
        createdAt,
        expiresAt,
        at,
        answeredAt,
        effectiveAt);
  }

  /** The same command, over. */
  public CommandEntry ended(CommandOutcome outcome) {
    var answer = outcome.response();
    return new CommandEntry(
        commandId,
        chargePoint,
        action,
        request,
        requestedBy,
        state(outcome),
        answer == null ? null : Secrets.masked(answer),
        outcome.errorCode(),
        outcome.errorDescription(),
        createdAt,
        expiresAt,
        outcome.sentAt(),
        outcome.answeredAt(),
        effectiveAt);
  }

  private static CommandState state(CommandOutcome outcome) {
    return outcome.response() instanceof ChangeAvailability.Response(var status)
            && status == ChangeAvailability.Status.Scheduled
        ? CommandState.Scheduled
        : CommandState.of(outcome.outcome());
  }

  /** The same command, whose place a later one took. */
  public CommandEntry replaced() {
    return settled(CommandState.Replaced, null);
  }

  /** The same command, seen to have happened. */
  public CommandEntry effective(Instant at) {
    return settled(CommandState.Effective, at);
  }

  private CommandEntry settled(CommandState how, @Nullable Instant at) {
    return new CommandEntry(
        commandId,
        chargePoint,
        action,
        request,
        requestedBy,
        how,
        response,
        errorCode,
        errorDescription,
        createdAt,
        expiresAt,
        sentAt,
        answeredAt,
        at);
  }

  /**
   * Both lines as one, the same whichever came first: the further state with its answer, and what
   * only one of them knows.
   */
  public CommandEntry merged(CommandEntry other) {
    return other.state.compareTo(state) > 0 ? other.onTopOf(this) : onTopOf(other);
  }

  private CommandEntry onTopOf(CommandEntry earlier) {
    return new CommandEntry(
        commandId,
        chargePoint,
        action,
        request,
        first(requestedBy, earlier.requestedBy),
        state,
        first(response, earlier.response),
        errorCode,
        errorDescription,
        createdAt.isBefore(earlier.createdAt) ? createdAt : earlier.createdAt,
        expiresAt,
        first(sentAt, earlier.sentAt),
        first(answeredAt, earlier.answeredAt),
        first(effectiveAt, earlier.effectiveAt));
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }
}
