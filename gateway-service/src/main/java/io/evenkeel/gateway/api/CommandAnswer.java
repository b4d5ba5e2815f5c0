package io.evenkeel.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.evenkeel.gateway.commands.Refusal;
import io.evenkeel.gateway.domain.command.Secrets;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param response the charge point's payload, without secrets
 * @param diagnosticsId of GetDiagnostics with an address of ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandAnswer(
    String commandId,
    String chargePoint,
    String action,
    Outcome outcome,
    @JsonRawValue @Schema(implementation = Object.class) @Nullable String response,
    @Nullable CommandError error,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable Long diagnosticsId) {

  private static final Logger LOG = Logger.getLogger(CommandAnswer.class);

  static CommandAnswer of(String action, CommandOutcome outcome, @Nullable Long diagnosticsId) {
    var response = outcome.response();
    return new CommandAnswer(
        outcome.commandId(),
        outcome.chargePoint(),
        action,
        outcome.outcome(),
        response == null ? null : Secrets.masked(response),
        CommandError.of(outcome.errorCode(), outcome.errorDescription()),
        outcome.sentAt(),
        outcome.answeredAt(),
        diagnosticsId);
  }

  /** The command goes on; what comes of it is in the log. */
  static void nobodyWaits(Uni<CommandOutcome> outcome, String commandId) {
    outcome
        .subscribe()
        .with(_ -> {}, failure -> LOG.errorf(failure, "command failed commandId=%s", commandId));
  }

  /**
   * 200 when the charge point answered, whatever it answered; else a problem with the same fields.
   */
  static Response response(String action, CommandOutcome outcome) {
    return response(action, outcome, null);
  }

  static Response response(String action, CommandOutcome outcome, @Nullable Long diagnosticsId) {
    var answer = of(action, outcome, diagnosticsId);
    return switch (outcome.outcome()) {
      case Answered -> Response.ok(answer).build();
      case Refused -> {
        if (Refusal.ForbiddenInThisState.isIn(outcome)) {
          yield answer.problem(409, "Conflict", "The charge point's state forbids this command");
        }
        if (Refusal.QueueFull.isIn(outcome)) {
          yield answer.problem(503, "Service Unavailable", "Too many commands wait already");
        }
        yield answer.problem(502, "Refused", "The charge point refused the command");
      }
      case Offline -> answer.problem(503, "Offline", "The charge point is not connected");
      case TimedOut -> answer.problem(504, "Timed out", "The charge point did not answer in time");
      case Expired -> answer.problem(504, "Expired", "The command could not be sent in time");
    };
  }

  /** Not thrown: what a charge point did is no fault of ours, and would be logged as one. */
  private Response problem(int status, String title, String detail) {
    var problem =
        Problems.problem(status, title, detail)
            .with("commandId", commandId)
            .with("chargePoint", chargePoint)
            .with("action", action)
            .with("outcome", outcome);
    if (error != null) {
      problem.with("error", error);
    }
    if (sentAt != null) {
      problem.with("sentAt", sentAt);
    }
    if (answeredAt != null) {
      problem.with("answeredAt", answeredAt);
    }
    if (diagnosticsId != null) {
      problem.with("diagnosticsId", diagnosticsId);
    }
    return problem.build().toResponse();
  }
}
