package io.evenkeel.ocpp.smartcharging;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import org.jspecify.annotations.Nullable;

/**
 * Removes the profile with the id, or all that match every criterion given. OCPP 1.6 section 5.5.
 */
public final class ClearChargingProfile {
  private ClearChargingProfile() {}

  public record Request(
      @Nullable Integer id,
      @Nullable Integer connectorId,
      @Nullable ChargingProfilePurpose chargingProfilePurpose,
      @Nullable Integer stackLevel)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            optional("id", WHOLE, Request::id),
            optional("connectorId", WHOLE, Request::connectorId),
            optional(
                "chargingProfilePurpose",
                oneOf(ChargingProfilePurpose.class),
                Request::chargingProfilePurpose),
            optional("stackLevel", WHOLE, Request::stackLevel),
            Request::new);

    public Request {
      SHAPE.check(id, connectorId, chargingProfilePurpose, stackLevel);
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
    Unknown
  }
}
