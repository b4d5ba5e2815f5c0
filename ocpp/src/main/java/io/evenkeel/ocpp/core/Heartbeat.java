package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;

/** A sign of life; the answer sets the charge point's clock. OCPP 1.6 section 4.6. */
public final class Heartbeat {
  private Heartbeat() {}

  public record Request() implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE = Shape.of(Request::new);
  }

  public record Response(Timestamp currentTime) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("currentTime", MOMENT, Response::currentTime), Response::new);

    public Response {
      SHAPE.check(currentTime);
    }
  }
}
