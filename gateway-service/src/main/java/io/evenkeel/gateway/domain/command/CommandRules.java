package io.evenkeel.gateway.domain.command;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Direction;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator may ask of a charge point, beyond the bounds of each field. */
public final class CommandRules {

  private CommandRules() {}

  /** The action of that name, if it is one that a central system may call. */
  public static Optional<Action> action(String name) {
    return Action.of(name).filter(action -> action.direction() != Direction.FROM_CHARGE_POINT);
  }

  /**
   * @throws InvalidField when the specification forbids the payload whatever the state
   */
  public static void check(Request request) {
    if (request instanceof RemoteStartTransaction.Request start
        && start.chargingProfile() != null) {
      var profile = start.chargingProfile();
      // OCPP 1.6 section 5.11
      if (profile.chargingProfilePurpose() != ChargingProfilePurpose.TxProfile) {
        throw new InvalidField(
            "chargingProfile.chargingProfilePurpose",
            "must be TxProfile in RemoteStartTransaction");
      }
      if (profile.transactionId() != null) {
        throw new InvalidField(
            "chargingProfile.transactionId",
            "must be left out: the transaction does not exist yet");
      }
    }
  }

  /**
   * How long a command may take.
   *
   * @param seconds as asked for, null when not
   * @throws InvalidField when it is out of bounds
   */
  public static Duration timeout(@Nullable Integer seconds, Duration usual, Duration longest) {
    if (seconds == null) {
      return usual;
    }
    if (seconds < 1 || seconds > longest.toSeconds()) {
      throw new InvalidField(
          "timeout", "must be from 1 to %d seconds".formatted(longest.toSeconds()));
    }
    return Duration.ofSeconds(seconds);
  }
}
