package io.evenkeel.ocpp.firmware;

import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.UriText.URI_TEXT;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.UriText;
import org.jspecify.annotations.Nullable;

/** Tells where new firmware lies and when to fetch it. OCPP 1.6 section 5.19. */
public final class UpdateFirmware {
  private UpdateFirmware() {}

  public record Request(
      String location,
      @Nullable Integer retries,
      Timestamp retrieveDate,
      @Nullable Integer retryInterval)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("location", URI_TEXT, Request::location),
            optional("retries", WHOLE, Request::retries),
            required("retrieveDate", MOMENT, Request::retrieveDate),
            optional("retryInterval", WHOLE, Request::retryInterval),
            Request::new);

    public Request {
      SHAPE.check(location, retries, retrieveDate, retryInterval);
    }

    /** Without the user and password that may be in the address. */
    @Override
    public String toString() {
      return "Request[location=" + UriText.withoutUser(location) + "]";
    }
  }

  public record Response() implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE = Shape.of(Response::new);
  }
}
