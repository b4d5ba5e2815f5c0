package io.evenkeel.gateway.domain.command;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.InvalidPayload;
import io.evenkeel.ocpp.core.ChangeAvailability;
import io.evenkeel.ocpp.core.ChangeAvailability.Type;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.type.ChargePointStatus;
import java.util.Optional;

/**
 * A ChangeAvailability that the charge point took: for now, or for the end of a transaction (OCPP
 * 1.6 section 5.2).
 *
 * @param connector 0: the charge point
 */
public record ScheduledAvailability(CommandEntry entry, int connector, Type type) {

  /** Empty when the line is about something else, or the charge point did not take it. */
  public static Optional<ScheduledAvailability> of(CommandEntry entry) {
    if (!entry.action().equals(Action.ChangeAvailability.wire()) || !taken(entry)) {
      return Optional.empty();
    }
    try {
      return Codec.decodeRequest(Action.ChangeAvailability, entry.request())
              instanceof ChangeAvailability.Request(int connector, var type)
          ? Optional.of(new ScheduledAvailability(entry, connector, type))
          : Optional.empty();
    } catch (InvalidPayload damaged) {
      return Optional.empty();
    }
  }

  private static boolean taken(CommandEntry entry) {
    return switch (entry.state()) {
      case Scheduled -> true;
      case Answered -> "{\"status\":\"Accepted\"}".equals(entry.response());
      default -> false;
    };
  }

  /** Does it wait for its status? */
  public boolean pending() {
    return entry.state() == CommandState.Scheduled;
  }

  /** Does this status say that it has happened? */
  public boolean isSeenIn(StatusNotification.Request told) {
    return told.connectorId() == connector
        && switch (type) {
          case Inoperative -> told.status() == ChargePointStatus.Unavailable;
          case Operative ->
              told.status() != ChargePointStatus.Unavailable
                  && told.status() != ChargePointStatus.Faulted;
        };
  }

  /**
   * Does the later one take its place? One for connector 0 holds for the charge point and all its
   * connectors.
   */
  public boolean isReplacedBy(ScheduledAvailability later) {
    return !later.entry.commandId().equals(entry.commandId())
        && !later.entry.createdAt().isBefore(entry.createdAt())
        && (later.connector == 0 || later.connector == connector);
  }
}
