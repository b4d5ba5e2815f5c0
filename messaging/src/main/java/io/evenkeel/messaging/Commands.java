package io.evenkeel.messaging;

import io.evenkeel.ocpp.Request;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Asks something of a charge point, wherever its socket is. */
public interface Commands {

  /**
   * Sends {@code request} at most once. Never fails: what went wrong is the outcome. Offline at
   * once when the directory knows no socket; TimedOut when nothing came back within {@code timeout}
   * plus a short allowance for the bus.
   *
   * @param timeout how long the charge point may take, its queue on the node included
   */
  Uni<CommandOutcome> send(String chargePoint, Request request, Duration timeout);

  /** As above, under a command id of the caller's choice (the key of the log of commands). */
  Uni<CommandOutcome> send(String commandId, String chargePoint, Request request, Duration timeout);
}
