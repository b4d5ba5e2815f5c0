package io.evenkeel.messaging;

import io.evenkeel.ocpp.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link Command}.
 *
 * @param response the charge point's answer when {@code outcome} is Answered
 * @param errorCode the charge point's CALLERROR code, or why its answer could not be read, when
 *     Refused
 * @param sentAt when the frame was written to the socket; null when it never was
 */
public record CommandOutcome(
    String commandId,
    String chargePoint,
    String origin,
    Outcome outcome,
    @Nullable Response response,
    @Nullable String errorCode,
    @Nullable String errorDescription,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt)
    implements BusMessage {

  /** How a command can end. */
  public enum Outcome {
    /** The charge point answered with a CALLRESULT (also when it says Rejected). */
    Answered,
    /** The charge point answered with a CALLERROR or something that is no valid answer. */
    Refused,
    /** The charge point is not connected, or its socket closed before it answered. */
    Offline,
    /** The command's time was over before it could be sent; the charge point never saw it. */
    Expired,
    /** Sent, and no answer came in time: it may or may not have been done. */
    TimedOut
  }

  @Override
  public String key() {
    return chargePoint;
  }
}
