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

/** Asks for an upload of a log. OCPP 1.6 security whitepaper, edition 3. */
public final class GetLog {
  private GetLog() {}

  public record Request(
      Log log,
      LogType logType,
      int requestId,
      @Nullable Integer retries,
      @Nullable Integer retryInterval)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("log", Log.SHAPE, Request::log),
            required("logType", oneOf(LogType.class), Request::logType),
            required("requestId", WHOLE, Request::requestId),
            optional("retries", WHOLE, Request::retries),
            optional("retryInterval", WHOLE, Request::retryInterval),
            Request::new);

    public Request {
      SHAPE.check(log, logType, requestId, retries, retryInterval);
    }
  }

  public record Response(Status status, @Nullable String filename)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            required("status", oneOf(Status.class), Response::status),
            optional("filename", text(255), Response::filename),
            Response::new);

    public Response {
      SHAPE.check(status, filename);
    }
  }

  /** Where a log is uploaded to, and of what time. */
  public record Log(
      String remoteLocation,
      @Nullable Timestamp oldestTimestamp,
      @Nullable Timestamp latestTimestamp) {
    public static final Shape<Log> SHAPE =
        Shape.of(
            required("remoteLocation", text(512), Log::remoteLocation),
            optional("oldestTimestamp", MOMENT, Log::oldestTimestamp),
            optional("latestTimestamp", MOMENT, Log::latestTimestamp),
            Log::new);

    public Log {
      SHAPE.check(remoteLocation, oldestTimestamp, latestTimestamp);
    }

    /** Without the user and password that may be in the address. */
    @Override
    public String toString() {
      return "Log[remoteLocation=" + UriText.withoutUser(remoteLocation) + "]";
    }
  }

  public enum LogType implements Wire {
    DiagnosticsLog,
    SecurityLog
  }

  public enum Status implements Wire {
    Accepted,
    Rejected,
    AcceptedCanceled
  }
}
