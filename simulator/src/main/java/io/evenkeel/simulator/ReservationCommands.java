package io.evenkeel.simulator;

import io.evenkeel.ocpp.reservation.CancelReservation;
import io.evenkeel.ocpp.reservation.ReserveNow;
import java.time.Duration;

/** Connectors kept free for somebody (OCPP 1.6 section 3.11). */
final class ReservationCommands {
  private final Station station;

  ReservationCommands(Station station) {
    this.station = station;
  }

  Answer reserve(ReserveNow.Request request) {
    var connector = station.connector(request.connectorId());
    if (connector == null) {
      return Answer.give(new ReserveNow.Response(ReserveNow.Status.Rejected));
    }
    var held = connector.reservation();
    boolean replaces = held != null && held.id() == request.reservationId();
    var status =
        switch (connector.status()) {
          case Available -> ReserveNow.Status.Accepted;
          case Reserved -> replaces ? ReserveNow.Status.Accepted : ReserveNow.Status.Occupied;
          case Faulted -> ReserveNow.Status.Faulted;
          case Unavailable -> ReserveNow.Status.Unavailable;
          case Preparing, Charging, SuspendedEV, SuspendedEVSE, Finishing ->
              ReserveNow.Status.Occupied;
        };
    return Answer.give(
        new ReserveNow.Response(status),
        () -> {
          if (status == ReserveNow.Status.Accepted) {
            var left = Duration.between(station.now(), request.expiryDate().instant());
            connector.reserve(request.reservationId(), request.idTag(), left);
          }
        });
  }

  Answer cancel(CancelReservation.Request request) {
    for (var connector : station.connectors) {
      var held = connector.reservation();
      if (held != null && held.id() == request.reservationId()) {
        return Answer.give(
            new CancelReservation.Response(CancelReservation.Status.Accepted),
            connector::endReservation);
      }
    }
    return Answer.give(new CancelReservation.Response(CancelReservation.Status.Rejected));
  }
}
