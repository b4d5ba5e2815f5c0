package io.evenkeel.gateway.commands;

import io.evenkeel.messaging.CommandOutcome;

/**
 * Why this side refused to send a command, as {@code errorCode} of an outcome Refused. None of them
 * is an error code of OCPP, so they cannot be taken for the charge point's own words.
 */
public enum Refusal {
  /** Where the charge point stands (Pending, Rejected, not booted) the specification forbids it. */
  ForbiddenInThisState,
  /** Too many commands wait for this charge point. */
  QueueFull;

  /** Was the command refused for this reason? */
  public boolean isIn(CommandOutcome outcome) {
    return outcome.outcome() == CommandOutcome.Outcome.Refused
        && name().equals(outcome.errorCode());
  }
}
