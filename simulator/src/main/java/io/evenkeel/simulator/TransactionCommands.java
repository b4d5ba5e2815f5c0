package io.evenkeel.simulator;

import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.core.UnlockConnector;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Starting, stopping and unlocking from afar. */
final class TransactionCommands {
  private final Station station;

  TransactionCommands(Station station) {
    this.station = station;
  }

  Answer start(RemoteStartTransaction.Request request) {
    var connector = connectorFor(request);
    var profile = request.chargingProfile();
    boolean wrongProfile =
        profile != null && profile.chargingProfilePurpose() != ChargingProfilePurpose.TxProfile;
    if (connector == null
        || wrongProfile
        || (station.model().remoteStartNeedsCar() && !connector.plugged())) {
      return Answer.give(
          new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Rejected));
    }
    return Answer.give(
        new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted),
        () -> {
          if (station.configuration.yes("AuthorizeRemoteTxRequests")) {
            station.authorizing.ask(
                request.idTag(),
                verdict -> {
                  if (verdict.status() == AuthorizationStatus.Accepted) {
                    connector.welcome(request.idTag(), profile);
                  }
                });
          } else {
            connector.welcome(request.idTag(), profile);
          }
        });
  }

  /** The connector asked for, or the best free one: one with a car before one without. */
  private @Nullable Connector connectorFor(RemoteStartTransaction.Request request) {
    return station.connectors.stream()
        .filter(c -> request.connectorId() == null || request.connectorId() == c.id)
        .filter(c -> c.free() || isReservedFor(c, request.idTag()))
        .max(Comparator.comparing(Connector::plugged))
        .orElse(null);
  }

  private static boolean isReservedFor(Connector connector, String idTag) {
    var reservation = connector.reservation();
    return connector.status() == ChargePointStatus.Reserved
        && reservation != null
        && reservation.isFor(idTag);
  }

  Answer stop(RemoteStopTransaction.Request request) {
    var connector = station.connectorOfTransaction(request.transactionId());
    if (connector == null) {
      return Answer.give(new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Rejected));
    }
    return Answer.give(
        new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Accepted),
        () -> {
          if (connector.transaction() != null) {
            var _ = connector.stop(StopTransaction.Reason.Remote, null);
          }
        });
  }

  Answer unlock(UnlockConnector.Request request) {
    var connector = station.connector(request.connectorId());
    if (connector == null) {
      return Answer.give(new UnlockConnector.Response(UnlockConnector.Status.NotSupported));
    }
    return Answer.give(
        new UnlockConnector.Response(UnlockConnector.Status.Unlocked),
        () -> {
          if (connector.transaction() != null) {
            var _ = connector.stop(StopTransaction.Reason.UnlockCommand, null);
          }
        });
  }
}
