package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Asks the charge point to send a message now, those of the security extension included. OCPP 1.6
 * security whitepaper, edition 3.
 */
public final class ExtendedTriggerMessage {
  private ExtendedTriggerMessage() {}

  public record Request(RequestedMessage requestedMessage, @Nullable Integer connectorId)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("requestedMessage", oneOf(RequestedMessage.class), Request::requestedMessage),
            optional("connectorId", WHOLE, Request::connectorId),
            Request::new);

    public Request {
      SHAPE.check(requestedMessage, connectorId);
    }
  }

  public record Response(Status status) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("status", oneOf(Status.class), Response::status), Response::new);

    public Response {
      SHAPE.check(status);
    }
  }

  public enum RequestedMessage implements Wire {
    BootNotification,
    LogStatusNotification,
    FirmwareStatusNotification,
    Heartbeat,
    MeterValues,
    SignChargePointCertificate,
    StatusNotification
  }

  public enum Status implements Wire {
    Accepted,
    Rejected,
    NotImplemented
  }
}
