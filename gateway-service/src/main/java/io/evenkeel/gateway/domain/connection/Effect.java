package io.evenkeel.gateway.domain.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to be done outside, in the order given. */
public sealed interface Effect {

  /** Give the question to its handler; its answer comes back through {@code answered}. */
  record Handle(Ask.Question question) implements Effect {}

  /** Write the answer to the socket. */
  record Reply(Ask ask, Answer answer) implements Effect {}

  /** Nothing is done, on purpose. */
  record Ignored(Reason reason) implements Effect {}

  /** Write the order to the socket and tell its recipient. */
  record Send(Order order) implements Effect {}

  /** Tell the order's recipient. */
  record Ended(Order order, Ending ending, @Nullable Instant sentAt) implements Effect {}

  /** Stop reading the socket. */
  record Pause() implements Effect {}

  /** Read on. */
  record Resume() implements Effect {}

  /** Where the charge point stands has changed. */
  record Moved(Standing from, Standing to) implements Effect {}

  /** Close the socket. */
  record Close(DisconnectCause cause) implements Effect {}

  /** Why something is left alone. The label is the metric's tag. */
  enum Reason {
    /** The same message id is being handled: one answer will do for both. */
    REPEATED("repeated"),
    /** The charge point is Rejected, or the socket is closing. */
    UNHEARD("unheard"),
    /** An answer to nothing that waits for one. */
    UNKNOWN_ANSWER("unknown-answer"),
    /** An answer of a handler that comes after its time, or after the socket's. */
    LATE_ANSWER("late-answer");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
