package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.CertificateHashData;

/** Removes an installed root certificate. OCPP 1.6 security whitepaper, edition 3. */
public final class DeleteCertificate {
  private DeleteCertificate() {}

  public record Request(CertificateHashData certificateHashData)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required(
                "certificateHashData", CertificateHashData.SHAPE, Request::certificateHashData),
            Request::new);

    public Request {
      SHAPE.check(certificateHashData);
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
    Failed,
    NotFound
  }
}
