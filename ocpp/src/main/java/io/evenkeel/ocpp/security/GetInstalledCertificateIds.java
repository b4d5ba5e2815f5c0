package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Many.listOfAtLeastOne;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.CertificateHashData;
import io.evenkeel.ocpp.type.CertificateUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks which root certificates are installed. OCPP 1.6 security whitepaper, edition 3. */
public final class GetInstalledCertificateIds {
  private GetInstalledCertificateIds() {}

  public record Request(CertificateUse certificateType) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("certificateType", oneOf(CertificateUse.class), Request::certificateType),
            Request::new);

    public Request {
      SHAPE.check(certificateType);
    }
  }

  public record Response(@Nullable List<CertificateHashData> certificateHashData, Status status)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            optional(
                "certificateHashData",
                listOfAtLeastOne(CertificateHashData.SHAPE),
                Response::certificateHashData),
            required("status", oneOf(Status.class), Response::status),
            Response::new);

    public Response {
      SHAPE.check(certificateHashData, status);
      certificateHashData = certificateHashData == null ? null : List.copyOf(certificateHashData);
    }
  }

  public enum Status implements Wire {
    Accepted,
    NotFound
  }
}
