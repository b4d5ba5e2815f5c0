package io.evenkeel.ocpp.security;

import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that matters to security; the type may be any text. OCPP 1.6 security
 * whitepaper, edition 3.
 */
public final class SecurityEventNotification {
  private SecurityEventNotification() {}

  public record Request(String type, Timestamp timestamp, @Nullable String techInfo)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("type", text(50), Request::type),
            required("timestamp", MOMENT, Request::timestamp),
            optional("techInfo", text(255), Request::techInfo),
            Request::new);

    public Request {
      SHAPE.check(type, timestamp, techInfo);
    }
  }

  public record Response() implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE = Shape.of(Response::new);
  }
}
