package io.evenkeel.ocpp.smartcharging;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.ChargingProfile;

/**
 * Sets a charging profile on a connector, or on the charge point (connector 0). OCPP 1.6 section
 * 5.16.
 */
public final class SetChargingProfile {
  private SetChargingProfile() {}

  public record Request(int connectorId, ChargingProfile csChargingProfiles)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("connectorId", WHOLE, Request::connectorId),
            required("csChargingProfiles", ChargingProfile.SHAPE, Request::csChargingProfiles),
            Request::new);

    public Request {
      SHAPE.check(connectorId, csChargingProfiles);
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
    NotSupported
  }
}
