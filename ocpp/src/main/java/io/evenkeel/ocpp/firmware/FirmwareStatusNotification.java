package io.evenkeel.ocpp.firmware;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** How the update of the firmware goes. OCPP 1.6 section 4.5. */
public final class FirmwareStatusNotification {
  private FirmwareStatusNotification() {}

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
    Downloaded,
    DownloadFailed,
    Downloading,
    Idle,
    InstallationFailed,
    Installing,
    Installed
  }
}
