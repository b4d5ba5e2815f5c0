package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.CertificateUse;

/** Installs a root certificate. OCPP 1.6 security whitepaper, edition 3. */
public final class InstallCertificate {
  private InstallCertificate() {}

  public record Request(CertificateUse certificateType, String certificate)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("certificateType", oneOf(CertificateUse.class), Request::certificateType),
            required("certificate", text(5500), Request::certificate),
            Request::new);

    public Request {
      SHAPE.check(certificateType, certificate);
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
    Rejected
  }
}
