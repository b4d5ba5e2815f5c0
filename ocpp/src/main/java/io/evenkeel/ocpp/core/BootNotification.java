package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.text;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A charge point introduces itself after it has started. So that none is locked out for a serial
 * number, optional properties that are bad are left out and the vendor and model are cut to their
 * length. OCPP 1.6 section 4.2.
 */
public final class BootNotification {
  private BootNotification() {}

  public record Request(
      String chargePointVendor,
      String chargePointModel,
      @Nullable String chargePointSerialNumber,
      @Nullable String chargeBoxSerialNumber,
      @Nullable String firmwareVersion,
      @Nullable String iccid,
      @Nullable String imsi,
      @Nullable String meterType,
      @Nullable String meterSerialNumber)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("chargePointVendor", text(20).lenient(), Request::chargePointVendor),
            required("chargePointModel", text(20).lenient(), Request::chargePointModel),
            optional("chargePointSerialNumber", text(25), Request::chargePointSerialNumber)
                .orLeftOut(),
            optional("chargeBoxSerialNumber", text(25), Request::chargeBoxSerialNumber).orLeftOut(),
            optional("firmwareVersion", text(50), Request::firmwareVersion).orLeftOut(),
            optional("iccid", text(20), Request::iccid).orLeftOut(),
            optional("imsi", text(20), Request::imsi).orLeftOut(),
            optional("meterType", text(25), Request::meterType).orLeftOut(),
            optional("meterSerialNumber", text(25), Request::meterSerialNumber).orLeftOut(),
            Request::new);

    public Request {
      SHAPE.check(
          chargePointVendor,
          chargePointModel,
          chargePointSerialNumber,
          chargeBoxSerialNumber,
          firmwareVersion,
          iccid,
          imsi,
          meterType,
          meterSerialNumber);
    }
  }

  public record Response(Status status, Timestamp currentTime, int interval)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            required("status", oneOf(Status.class), Response::status),
            required("currentTime", MOMENT, Response::currentTime),
            required("interval", WHOLE, Response::interval),
            Response::new);

    public Response {
      SHAPE.check(status, currentTime, interval);
    }
  }

  public enum Status implements Wire {
    Accepted,
    Pending,
    Rejected
  }
}
