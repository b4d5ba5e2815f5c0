package io.evenkeel.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.gateway.domain.command.CommandState;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for diagnostics and what came of it.
 *
 * @param commandState how far GetDiagnostics has come
 * @param uploadUntil until when the charge point may upload; not when the file is here
 * @param fileName as the charge point announced it
 * @param status what it last said of its upload: Uploading, Uploaded, UploadFailed
 * @param file what was received; its content at {@code …/file}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosticsView(
    long id,
    String chargePoint,
    String commandId,
    @Nullable CommandState commandState,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant uploadUntil,
    @Nullable String fileName,
    @Nullable String status,
    @Nullable Instant statusAt,
    @Nullable File file) {

  /**
   * A received file.
   *
   * @param node the gateway node that received it
   */
  public record File(String name, long bytes, int node, Instant receivedAt) {}

  static DiagnosticsView of(Diagnostics entry) {
    var file = entry.file();
    boolean open = file == null && entry.openUntil().isAfter(entry.requestedAt());
    return new DiagnosticsView(
        entry.id(),
        entry.chargePoint(),
        entry.commandId(),
        entry.command(),
        entry.requestedBy(),
        entry.requestedAt(),
        open ? entry.openUntil() : null,
        entry.toldName(),
        entry.status(),
        entry.statusAt(),
        file == null ? null : new File(file.name(), file.bytes(), file.node(), file.at()));
  }
}
