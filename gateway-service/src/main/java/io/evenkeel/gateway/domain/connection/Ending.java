package io.evenkeel.gateway.domain.connection;

import io.evenkeel.ocpp.Response;

/** How an order of ours ends. */
public sealed interface Ending {

  /** CALLRESULT. */
  record Answered(Response response) implements Ending {}

  /** CALLERROR, or an answer that is not valid OCPP. */
  record Refused(String errorCode, String description) implements Ending {}

  /** Where the charge point stands, the specification forbids to send it; it was not sent. */
  record Forbidden() implements Ending {}

  /** Too many wait before it; it was not sent. */
  record QueueFull() implements Ending {}

  /** Its time was over before its turn; it was not sent. */
  record Expired() implements Ending {}

  /** It was sent, and no answer came in time. */
  record TimedOut() implements Ending {}

  /** The socket ended before an answer came. */
  record Offline() implements Ending {}
}
