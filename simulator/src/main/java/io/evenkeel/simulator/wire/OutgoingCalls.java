package io.evenkeel.simulator.wire;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.PendingCalls;
import io.evenkeel.ocpp.Request;
import io.evenkeel.simulator.wire.CallOutcome.NoAnswer;
import io.evenkeel.simulator.wire.CallOutcome.Why;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The CALLs of one charge point: in order, one under way at a time (OCPP-J 1.6 section 4.1.1). A
 * lost connection ends those that wait as well as the one under way.
 */
public final class OutgoingCalls implements PendingCalls {
  private record Waiting(Request request, Consumer<CallOutcome> whenDone) {}

  private record UnderWay(String messageId, Action action, Consumer<CallOutcome> whenDone) {}

  private final Timers timers;
  private final Duration timeout;
  private final String idPrefix;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(2);
  private @Nullable Consumer<String> writer;
  private @Nullable UnderWay underWay;
  private Timers.@Nullable Timer deadline;
  private boolean held;
  private long counter;

  /**
   * @param idPrefix makes message ids unlike those of an earlier life of the same charge point
   */
  public OutgoingCalls(Timers timers, Duration timeout, String idPrefix) {
    this.timers = timers;
    this.timeout = timeout;
    this.idPrefix = idPrefix;
  }

  /** {@code whenDone} is called exactly once, on the loop. */
  public void call(Request request, Consumer<CallOutcome> whenDone) {
    if (writer == null) {
      whenDone.accept(new NoAnswer(Why.NotConnected));
      return;
    }
    waiting.add(new Waiting(request, whenDone));
    pump();
  }

  public void connected(Consumer<String> newWriter) {
    writer = newWriter;
    held = false;
    pump();
  }

  public void disconnected() {
    writer = null;
    var lost = new ArrayList<Consumer<CallOutcome>>();
    if (underWay != null) {
      lost.add(underWay.whenDone());
    }
    waiting.forEach(call -> lost.add(call.whenDone()));
    forgetUnderWay();
    waiting.clear();
    lost.forEach(call -> call.accept(new NoAnswer(Why.ConnectionLost)));
  }

  /** Sends no further CALL until the next connection, as a charger that hangs. */
  public void hold() {
    held = true;
  }

  @Override
  public @Nullable Action actionOf(String messageId) {
    return underWay != null && underWay.messageId().equals(messageId) ? underWay.action() : null;
  }

  /** The answer to a CALL; ignored when that is no longer under way. */
  public void answered(String messageId, CallOutcome outcome) {
    var call = underWay;
    if (call != null && call.messageId().equals(messageId)) {
      forgetUnderWay();
      call.whenDone().accept(outcome);
      pump();
    }
  }

  private void pump() {
    if (writer == null || held || underWay != null) {
      return;
    }
    var next = waiting.poll();
    if (next != null) {
      var id = idPrefix + ++counter;
      underWay = new UnderWay(id, Action.of(next.request()), next.whenDone());
      deadline = timers.after(timeout, () -> answered(id, new CallOutcome.NoAnswer(Why.TimedOut)));
      writer.accept(Codec.call(id, next.request()));
    }
  }

  private void forgetUnderWay() {
    underWay = null;
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }
}
