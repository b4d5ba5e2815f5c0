package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/**
 * Delivers the certificate that the charge point asked to be signed. OCPP 1.6 security whitepaper,
 * edition 3.
 */
public final class CertificateSigned {
  private CertificateSigned() {}

  public record Request(String certificateChain) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("certificateChain", text(10000), Request::certificateChain), Request::new);

    public Request {
      SHAPE.check(certificateChain);
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
