package io.evenkeel.ocpp.firmware;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** How the upload of a diagnostics file goes. OCPP 1.6 section 4.4. */
public final class DiagnosticsStatusNotification {
  private DiagnosticsStatusNotification() {}

  public record Request(Status status) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(required("status", oneOf(Status.class), Request::status), Request::new);

    public Request {
      SHAPE.check(status);
    }
  }

  public record Response() implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE = Shape.of(Response::new);
  }

  public enum Status implements Wire {
    Idle,
    Uploaded,
    UploadFailed,
    Uploading
  }
}
