package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** Releases a connector's cable lock. OCPP 1.6 section 5.18. */
public final class UnlockConnector {
  private UnlockConnector() {}

  public record Request(int connectorId) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(required("connectorId", WHOLE, Request::connectorId), Request::new);

    public Request {
      SHAPE.check(connectorId);
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
    Unlocked,
    UnlockFailed,
    NotSupported
  }
}
