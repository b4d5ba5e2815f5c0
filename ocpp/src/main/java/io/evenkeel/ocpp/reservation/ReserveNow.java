package io.evenkeel.ocpp.reservation;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import org.jspecify.annotations.Nullable;

/** Reserves a connector, or any (connector 0), for an idTag. OCPP 1.6 section 5.13. */
public final class ReserveNow {
  private ReserveNow() {}

  public record Request(
      int connectorId,
      Timestamp expiryDate,
      String idTag,
      @Nullable String parentIdTag,
      int reservationId)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("connectorId", WHOLE, Request::connectorId),
            required("expiryDate", MOMENT, Request::expiryDate),
            required("idTag", ID_TAG, Request::idTag),
            optional("parentIdTag", ID_TAG, Request::parentIdTag),
            required("reservationId", WHOLE, Request::reservationId),
            Request::new);

    public Request {
      SHAPE.check(connectorId, expiryDate, idTag, parentIdTag, reservationId);
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
    Faulted,
    Occupied,
    Rejected,
    Unavailable
  }
}
