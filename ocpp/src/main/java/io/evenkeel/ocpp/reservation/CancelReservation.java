package io.evenkeel.ocpp.reservation;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** Ends a reservation. OCPP 1.6 section 5.1. */
public final class CancelReservation {
  private CancelReservation() {}

  public record Request(int reservationId) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(required("reservationId", WHOLE, Request::reservationId), Request::new);

    public Request {
      SHAPE.check(reservationId);
    }
  }

  public record Response(Status status) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("status", oneOf(Status.class), Response::status), Response::new);

    public Response {
      SHAPE.check(status);
    }
  }

  public enum Status implements Wire {
    Accepted,
    Rejected
  }
}
