package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** Restarts the charge point. OCPP 1.6 section 5.14. */
public final class Reset {
  private Reset() {}

  public record Request(Type type) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(required("type", oneOf(Type.class), Request::type), Request::new);

    public Request {
      SHAPE.check(type);
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
    Hard,
    Soft
  }

  public enum Status implements Wire {
    Accepted,
    Rejected
  }
}
