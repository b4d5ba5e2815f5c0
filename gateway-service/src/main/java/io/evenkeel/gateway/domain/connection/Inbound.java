package io.evenkeel.gateway.domain.connection;

import io.evenkeel.ocpp.core.StartTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The charge point's calls: one is handled at a time, the others wait in order. */
public sealed interface Inbound {

  /** Nothing to answer. */
  record Idle() implements Inbound {}

  /**
   * One is with its handler.
   *
   * @param since when it was given to the handler
   * @param waiting the later ones, oldest first
   * @param paused the socket is not read until fewer wait
   */
  record Handling(Ask.Question current, Instant since, List<Ask> waiting, boolean paused)
      implements Inbound {
    public Handling {
      waiting = List.copyOf(waiting);
    }

    boolean isAbout(String messageId) {
      return current.messageId().equals(messageId)
          || waiting.stream().anyMatch(ask -> ask.messageId().equals(messageId));
    }

    Handling plus(Ask ask, int limit) {
      var more = new ArrayList<>(waiting);
      more.add(ask);
      return new Handling(current, since, more, paused || more.size() >= limit);
    }
  }

  Inbound IDLE = new Idle();

  /** The charge point is about to be told the id of a transaction. */
  default boolean isStartingATransaction() {
    return this instanceof Handling handling
        && handling.current().call().request() instanceof StartTransaction.Request;
  }
}
