package io.evenkeel.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.CommandState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log of commands.
 *
 * @param request payload, without secrets
 * @param response payload, without secrets
 * @param effectiveAt when what had been scheduled was seen to have happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandView(
    String commandId,
    String chargePoint,
    String action,
    CommandState state,
    @JsonRawValue @Schema(implementation = Object.class) String request,
    @JsonRawValue @Schema(implementation = Object.class) @Nullable String response,
    @Nullable CommandError error,
    @Nullable String requestedBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable Instant effectiveAt) {

  static CommandView of(CommandEntry entry) {
    return new CommandView(
        entry.commandId(),
        entry.chargePoint(),
        entry.action(),
        entry.state(),
        entry.request(),
        entry.response(),
        CommandError.of(entry.errorCode(), entry.errorDescription()),
        entry.requestedBy(),
        entry.createdAt(),
        entry.expiresAt(),
        entry.sentAt(),
        entry.answeredAt(),
        entry.effectiveAt());
  }
}
