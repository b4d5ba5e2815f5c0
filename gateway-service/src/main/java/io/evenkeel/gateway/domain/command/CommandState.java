package io.evenkeel.gateway.domain.command;

import io.evenkeel.messaging.CommandOutcome.Outcome;

/**
 * How far a command has come, in the log of commands. Two nodes write the log, and what they write
 * may arrive in any order: the later of these constants stays.
 */
public enum CommandState {
  /** Taken, on its way to the node that holds the socket. */
  Queued,
  /** Written to the socket. */
  Sent,
  /** Never reached the charge point, or its socket ended before it answered. */
  Offline,
  /** Its time was over before it could be sent. */
  Expired,
  /** No answer came in time. */
  TimedOut,
  /** The charge point said CALLERROR, or it could not be asked in the state it is in. */
  Refused,
  /** The charge point answered. */
  Answered,
  /** It answered that it will do so later: ChangeAvailability while a transaction runs. */
  Scheduled,
  /** A later command took the place of one that was scheduled. */
  Replaced,
  /** What was scheduled has happened. */
  Effective;

  public static CommandState of(Outcome outcome) {
    return switch (outcome) {
      case Answered -> Answered;
      case Refused -> Refused;
      case Offline -> Offline;
      case Expired -> Expired;
      case TimedOut -> TimedOut;
    };
  }
}
