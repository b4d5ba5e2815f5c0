package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** Empties the charge point's authorization cache. OCPP 1.6 section 5.4. */
public final class ClearCache {
  private ClearCache() {}

  public record Request() implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE = Shape.of(Request::new);
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
