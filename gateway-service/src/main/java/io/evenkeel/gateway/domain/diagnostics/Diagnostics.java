package io.evenkeel.gateway.domain.diagnostics;

import io.evenkeel.gateway.domain.command.CommandState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for diagnostics and what came of it.
 *
 * @param command how far GetDiagnostics has come; null when the log has forgotten it
 * @param openUntil until when the charge point may upload
 * @param toldName the file's name as the charge point announced it
 * @param status what the charge point last said of its upload
 * @param file null until it is here, whole
 */
public record Diagnostics(
    long id,
    String chargePoint,
    String commandId,
    @Nullable CommandState command,
    String requestedBy,
    Instant requestedAt,
    Instant openUntil,
    @Nullable String toldName,
    @Nullable String status,
    @Nullable Instant statusAt,
    @Nullable Received file) {

  /**
   * A file that was received.
   *
   * @param stored its name on the disk of the node that received it
   * @param bytes its size
   */
  public record Received(String stored, String name, long bytes, int node, Instant at) {}
}
