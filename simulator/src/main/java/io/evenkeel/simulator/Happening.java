package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointStatus;
import org.jspecify.annotations.Nullable;

/** What a virtual charge point lives through, told to its listeners on its event loop. */
public sealed interface Happening {
  /** A socket is open. */
  record Connected() implements Happening {}

  /** An attempt to connect failed; it tries again by itself. */
  record NotConnected(String why) implements Happening {}

  /** The socket is closed. */
  record Disconnected(@Nullable Integer code, @Nullable String reason) implements Happening {}

  record Booted(BootNotification.Status status) implements Happening {}

  record StatusChanged(int connectorId, ChargePointStatus from, ChargePointStatus to)
      implements Happening {}

  /** A StartTransaction was answered. */
  record Started(int connectorId, String idTag, int transactionId, AuthorizationStatus status)
      implements Happening {}

  /** A transaction has ended; its StopTransaction may not have been answered yet. */
  record Stopped(
      int connectorId,
      String idTag,
      @Nullable Integer transactionId,
      StopTransaction.Reason reason,
      long energyWh)
      implements Happening {}

  /** The connector may draw another current than before, in ampere per phase. */
  record LimitChanged(int connectorId, double fromA, double toA) implements Happening {}

  /** A command arrived and is being answered. */
  record Commanded(Request request) implements Happening {}

  /** A transaction message was given up after its last attempt. */
  record Discarded(Request request) implements Happening {}
}
