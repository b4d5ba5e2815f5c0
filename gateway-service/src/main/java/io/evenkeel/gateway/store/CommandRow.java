package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.command.CommandState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the log of commands. Written by {@link CommandLogStore} in batches; read here only. */
@Entity(name = "CommandEntry")
@Table(name = "command")
class CommandRow {

  @Id
  @Column(name = "command_id", length = 64)
  String commandId = "";

  @Column(name = "charge_point")
  String chargePoint = "";

  @Column(length = 40)
  String action = "";

  @Column(columnDefinition = "text")
  String request = "";

  @Column(name = "requested_by")
  @Nullable String requestedBy;

  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  CommandState state = CommandState.Queued;

  @Column(columnDefinition = "text")
  @Nullable String response;

  @Column(name = "error_code")
  @Nullable String errorCode;

  @Column(name = "error_description", columnDefinition = "text")
  @Nullable String errorDescription;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "expires_at")
  Instant expiresAt = Instant.EPOCH;

  @Column(name = "sent_at")
  @Nullable Instant sentAt;

  @Column(name = "answered_at")
  @Nullable Instant answeredAt;

  @Column(name = "effective_at")
  @Nullable Instant effectiveAt;

  CommandEntry entry() {
    return new CommandEntry(
        commandId,
        chargePoint,
        action,
        request,
        requestedBy,
        state,
        response,
        errorCode,
        errorDescription,
        createdAt,
        expiresAt,
        sentAt,
        answeredAt,
        effectiveAt);
  }
}
