package io.evenkeel.ocpp.locallist;

import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;

/**
 * Asks for the version of the local list: 0 is an empty list, -1 no support. OCPP 1.6 section 5.10.
 */
public final class GetLocalListVersion {
  private GetLocalListVersion() {}

  public record Request() implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE = Shape.of(Request::new);
  }

  public record Response(int listVersion) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("listVersion", WHOLE, Response::listVersion), Response::new);

    public Response {
      SHAPE.check(listVersion);
    }
  }
}
