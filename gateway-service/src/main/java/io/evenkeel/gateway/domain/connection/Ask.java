package io.evenkeel.gateway.domain.connection;

import io.evenkeel.ocpp.Decoded;
import java.time.Instant;

/** A CALL of the charge point, to be answered in its turn. */
public sealed interface Ask {

  /** Counts the calls of this socket; tells a call from a later one under the same message id. */
  long ticket();

  String messageId();

  /** A call that can be handled. */
  record Question(long ticket, Instant receivedAt, Decoded.Call call) implements Ask {
    @Override
    public String messageId() {
      return call.messageId();
    }
  }

  /** A call that can only be refused. */
  record Blunder(long ticket, Decoded.BadCall call) implements Ask {
    @Override
    public String messageId() {
      return call.messageId();
    }
  }
}
