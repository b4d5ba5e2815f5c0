package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.text;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import org.jspecify.annotations.Nullable;

/** A connector's state, or the charge point's (connector 0). OCPP 1.6 section 4.9. */
public final class StatusNotification {
  private StatusNotification() {}

  public record Request(
      int connectorId,
      ChargePointErrorCode errorCode,
      @Nullable String info,
      ChargePointStatus status,
      @Nullable Timestamp timestamp,
      @Nullable String vendorId,
      @Nullable String vendorErrorCode)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("connectorId", WHOLE, Request::connectorId),
            required(
                "errorCode",
                oneOf(ChargePointErrorCode.class).unknownAs(ChargePointErrorCode.OtherError),
                Request::errorCode),
            optional("info", text(50).lenient(), Request::info),
            required("status", oneOf(ChargePointStatus.class), Request::status),
            optional("timestamp", MOMENT, Request::timestamp),
            optional("vendorId", text(255), Request::vendorId),
            optional("vendorErrorCode", text(50).lenient(), Request::vendorErrorCode),
            Request::new);

    public Request {
      SHAPE.check(connectorId, errorCode, info, status, timestamp, vendorId, vendorErrorCode);
    }
  }

  public record Response() implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE = Shape.of(Response::new);
  }
}
