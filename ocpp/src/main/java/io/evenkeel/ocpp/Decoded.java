package io.evenkeel.ocpp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text frame was. */
public sealed interface Decoded {

  /**
   * A call to be answered.
   *
   * @param remarks what was tolerated, each {@code <path>: <what>}
   * @param raw the payload as received when there are remarks, else null
   */
  record Call(
      String messageId, Action action, Request request, List<String> remarks, @Nullable String raw)
      implements Decoded {}

  /** The answer to a call of ours. */
  record CallResult(String messageId, Action action, Response response, List<String> remarks)
      implements Decoded {}

  /**
   * The refusal of a call of ours.
   *
   * @param errorCode as received; {@code GenericError} when there was none
   * @param details a JSON object, as received
   */
  record CallError(String messageId, String errorCode, String description, String details)
      implements Decoded {}

  /**
   * A call that cannot be handled; to be answered by a CALLERROR with this code.
   *
   * @param action as received, empty when it was not readable
   */
  record BadCall(String messageId, String action, ErrorCode code, String description)
      implements Decoded {}

  /** An answer to a call of ours that is not valid; the call is over. */
  record BadResult(String messageId, Action action, ErrorCode code, String description)
      implements Decoded {}

  /** An answer to nothing that waits for one. */
  record Unknown(String messageId) implements Decoded {}

  /** No frame of the protocol, and no message id to answer to. To be ignored. */
  record Unreadable(String reason) implements Decoded {}
}
