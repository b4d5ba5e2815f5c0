package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.type.IdTagInfo;

/** Asks whether an idTag may charge. OCPP 1.6 section 4.1. */
public final class Authorize {
  private Authorize() {}

  public record Request(String idTag) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(required("idTag", ID_TAG, Request::idTag), Request::new);

    public Request {
      SHAPE.check(idTag);
    }
  }

  public record Response(IdTagInfo idTagInfo) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(required("idTagInfo", IdTagInfo.SHAPE, Response::idTagInfo), Response::new);

    public Response {
      SHAPE.check(idTagInfo);
    }
  }
}
