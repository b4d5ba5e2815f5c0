package io.evenkeel.ocpp.firmware;

import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.text;
import static io.evenkeel.ocpp.shape.UriText.URI_TEXT;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.UriText;
import org.jspecify.annotations.Nullable;

/** Asks for an upload of a diagnostics file. OCPP 1.6 section 5.9. */
public final class GetDiagnostics {
  private GetDiagnostics() {}

  public record Request(
      String location,
      @Nullable Integer retries,
      @Nullable Integer retryInterval,
      @Nullable Timestamp startTime,
      @Nullable Timestamp stopTime)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("location", URI_TEXT, Request::location),
            optional("retries", WHOLE, Request::retries),
            optional("retryInterval", WHOLE, Request::retryInterval),
            optional("startTime", MOMENT, Request::startTime),
            optional("stopTime", MOMENT, Request::stopTime),
            Request::new);

    public Request {
      SHAPE.check(location, retries, retryInterval, startTime, stopTime);
    }

    /** Without the user and password that may be in the address. */
    @Override
    public String toString() {
      return "Request[location=" + UriText.withoutUser(location) + "]";
    }
  }

  public record Response(@Nullable String fileName) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(optional("fileName", text(255), Response::fileName), Response::new);

    public Response {
      SHAPE.check(fileName);
    }
  }
}
