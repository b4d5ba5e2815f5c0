package io.evenkeel.ocpp.smartcharging;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the charge point makes of its profiles for the next {@code duration} seconds. OCPP 1.6
 * section 5.7.
 */
public final class GetCompositeSchedule {
  private GetCompositeSchedule() {}

  public record Request(int connectorId, int duration, @Nullable ChargingRateUnit chargingRateUnit)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("connectorId", WHOLE, Request::connectorId),
            required("duration", WHOLE, Request::duration),
            optional("chargingRateUnit", oneOf(ChargingRateUnit.class), Request::chargingRateUnit),
            Request::new);

    public Request {
      SHAPE.check(connectorId, duration, chargingRateUnit);
    }
  }

  public record Response(
      Status status,
      @Nullable Integer connectorId,
      @Nullable Timestamp scheduleStart,
      @Nullable ChargingSchedule chargingSchedule)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            required("status", oneOf(Status.class), Response::status),
            optional("connectorId", WHOLE, Response::connectorId),
            optional("scheduleStart", MOMENT, Response::scheduleStart),
            optional("chargingSchedule", ChargingSchedule.SHAPE, Response::chargingSchedule),
            Response::new);

    public Response {
      SHAPE.check(status, connectorId, scheduleStart, chargingSchedule);
    }
  }

  public enum Status implements Wire {
    Accepted,
    Rejected
  }
}
