package io.evenkeel.gateway.domain.command;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command of an operator that changes the charging profiles in a charge point: smart charging has
 * to know of it.
 *
 * @param expiresAt when nobody waits for its outcome any more
 */
public record ProfileChange(
    String commandId, String chargePoint, Request request, Instant expiresAt) {

  /** Whether a request is one. */
  public static boolean isOne(Request request) {
    return switch (request) {
      case SetChargingProfile.Request _, ClearChargingProfile.Request _ -> true;
      case RemoteStartTransaction.Request start -> start.chargingProfile() != null;
      default -> false;
    };
  }

  /** Whether the charge point may have done it, for all that is known. */
  public static boolean mayBeDone(CommandOutcome outcome) {
    return mayBeDone(CommandState.of(outcome.outcome()), outcome.sentAt());
  }

  /**
   * As above, of a command whose time is over.
   *
   * @param sentAt null when it is not known that it was sent
   */
  public static boolean mayBeDone(CommandState state, @Nullable Instant sentAt) {
    return switch (state) {
      // Queued, Sent: the node that held it may have died with what it knew
      case Queued, Sent, TimedOut, Answered, Scheduled, Replaced, Effective -> true;
      case Refused, Offline -> sentAt != null;
      case Expired -> false;
    };
  }
}
