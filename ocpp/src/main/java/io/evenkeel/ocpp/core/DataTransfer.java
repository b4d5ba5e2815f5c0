package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.UNBOUNDED;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import org.jspecify.annotations.Nullable;

/** A vendor's own message, in either direction. OCPP 1.6 section 4.3 and 5.6. */
public final class DataTransfer {
  private DataTransfer() {}

  public record Request(String vendorId, @Nullable String messageId, @Nullable String data)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("vendorId", text(255), Request::vendorId),
            optional("messageId", text(50), Request::messageId),
            optional("data", UNBOUNDED, Request::data),
            Request::new);

    public Request {
      SHAPE.check(vendorId, messageId, data);
    }
  }

  public record Response(Status status, @Nullable String data)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            required("status", oneOf(Status.class), Response::status),
            optional("data", UNBOUNDED, Response::data),
            Response::new);

    public Response {
      SHAPE.check(status, data);
    }
  }

  public enum Status implements Wire {
    Accepted,
    Rejected,
    UnknownMessageId,
    UnknownVendorId
  }
}
