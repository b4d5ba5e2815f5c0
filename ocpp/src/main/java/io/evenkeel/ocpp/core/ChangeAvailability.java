package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/**
 * Takes a connector, or the charge point (connector 0), in or out of service. OCPP 1.6 section 5.2.
 */
public final class ChangeAvailability {
  private ChangeAvailability() {}

  public record Request(int connectorId, Type type) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("connectorId", WHOLE, Request::connectorId),
            required("type", oneOf(Type.class), Request::type),
            Request::new);

    public Request {
      SHAPE.check(connectorId, type);
    }
  }

  public record Response(Status status) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("status", oneOf(Status.class), Response::status), Response::new);

    public Response {
      SHAPE.check(status);
    }
  }

  public enum Type implements Wire {
    Inoperative,
    Operative
  }

  public enum Status implements Wire {
    Accepted,
    Rejected,
    Scheduled
  }
}
