package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.ChargingProfile;
import org.jspecify.annotations.Nullable;

/** Asks the charge point to start a transaction. OCPP 1.6 section 5.11. */
public final class RemoteStartTransaction {
  private RemoteStartTransaction() {}

  public record Request(
      @Nullable Integer connectorId, String idTag, @Nullable ChargingProfile chargingProfile)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            optional("connectorId", WHOLE, Request::connectorId),
            required("idTag", ID_TAG, Request::idTag),
            optional("chargingProfile", ChargingProfile.SHAPE, Request::chargingProfile),
            Request::new);

    public Request {
      SHAPE.check(connectorId, idTag, chargingProfile);
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
    Rejected
  }
}
