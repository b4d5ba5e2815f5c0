package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** Sets one configuration key. OCPP 1.6 section 5.3. */
public final class ChangeConfiguration {
  private ChangeConfiguration() {}

  public record Request(String key, String value) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("key", text(50), Request::key),
            required("value", text(500), Request::value),
            Request::new);

    public Request {
      SHAPE.check(key, value);
    }

    /** Without the value, which may be a secret such as AuthorizationKey. */
    @Override
    public String toString() {
      return "Request[key=" + key + "]";
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
    Rejected,
    RebootRequired,
    NotSupported
  }
}
