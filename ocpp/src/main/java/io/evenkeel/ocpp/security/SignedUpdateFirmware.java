package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.text;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.UriText;
import io.evenkeel.ocpp.shape.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Tells where new signed firmware lies and when to fetch and install it. OCPP 1.6 security
 * whitepaper, edition 3.
 */
public final class SignedUpdateFirmware {
  private SignedUpdateFirmware() {}

  public record Request(
      @Nullable Integer retries, @Nullable Integer retryInterval, int requestId, Firmware firmware)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            optional("retries", WHOLE, Request::retries),
            optional("retryInterval", WHOLE, Request::retryInterval),
            required("requestId", WHOLE, Request::requestId),
            required("firmware", Firmware.SHAPE, Request::firmware),
            Request::new);

    public Request {
      SHAPE.check(retries, retryInterval, requestId, firmware);
    }
  }

  public record Response(Status status) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("status", oneOf(Status.class), Response::status), Response::new);

    public Response {
      SHAPE.check(status);
    }
  }

  /** A signed firmware image. */
  public record Firmware(
      String location,
      Timestamp retrieveDateTime,
      @Nullable Timestamp installDateTime,
      String signingCertificate,
      String signature) {
    public static final Shape<Firmware> SHAPE =
        Shape.of(
            required("location", text(512), Firmware::location),
            required("retrieveDateTime", MOMENT, Firmware::retrieveDateTime),
            optional("installDateTime", MOMENT, Firmware::installDateTime),
            required("signingCertificate", text(5500), Firmware::signingCertificate),
            required("signature", text(800), Firmware::signature),
            Firmware::new);

    public Firmware {
      SHAPE.check(location, retrieveDateTime, installDateTime, signingCertificate, signature);
    }

    /** Without the user and password that may be in the address. */
    @Override
    public String toString() {
      return "Firmware[location=" + UriText.withoutUser(location) + "]";
    }
  }

  public enum Status implements Wire {
    Accepted,
    Rejected,
    AcceptedCanceled,
    InvalidCertificate,
    RevokedCertificate
  }
}
