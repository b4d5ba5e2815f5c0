package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;

/** Asks the charge point to stop a transaction. OCPP 1.6 section 5.12. */
public final class RemoteStopTransaction {
  private RemoteStopTransaction() {}

  public record Request(int transactionId) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(required("transactionId", WHOLE, Request::transactionId), Request::new);

    public Request {
      SHAPE.check(transactionId);
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
