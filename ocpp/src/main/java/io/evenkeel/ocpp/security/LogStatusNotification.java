package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import org.jspecify.annotations.Nullable;

/** How the upload of a log goes. OCPP 1.6 security whitepaper, edition 3. */
public final class LogStatusNotification {
  private LogStatusNotification() {}

  public record Request(Status status, @Nullable Integer requestId)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("status", oneOf(Status.class), Request::status),
            optional("requestId", WHOLE, Request::requestId),
            Request::new);

    public Request {
      SHAPE.check(status, requestId);
    }
  }

  public record Response() implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE = Shape.of(Response::new);
  }

  public enum Status implements Wire {
    BadMessage,
    Idle,
    NotSupportedOperation,
    PermissionDenied,
    Uploaded,
    UploadFailure,
    Uploading
  }
}
