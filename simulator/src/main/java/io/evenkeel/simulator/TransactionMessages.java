package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.simulator.wire.CallOutcome;
import io.evenkeel.simulator.wire.OutgoingCalls;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * StartTransaction, StopTransaction and the MeterValues of a transaction: delivered in the order in
 * which they came to be, each repeated with the same payload until it is answered, also over new
 * connections (OCPP 1.6 sections 3.7 and 3.7.1). A CALLERROR or a missing answer counts as an
 * attempt; a lost connection does not. After the last attempt a message is discarded.
 */
final class TransactionMessages {
  private static final class Message {
    final RunningTransaction transaction;
    final Request request;
    final Consumer<Response> whenAnswered;
    final Ledger.Line line;
    int failures;

    Message(
        RunningTransaction transaction,
        Request request,
        Consumer<Response> whenAnswered,
        Ledger.Line line) {
      this.transaction = transaction;
      this.request = request;
      this.whenAnswered = whenAnswered;
      this.line = line;
    }
  }

  private final String chargePoint;
  private final OutgoingCalls calls;
  private final Timers timers;
  private final Ledger ledger;
  private final IntSupplier attempts;
  private final IntToLongFunction retryMillis;
  private final Runnable changed;
  private final Consumer<Request> discarded;
  private final ArrayDeque<Message> queue = new ArrayDeque<>(2);
  private boolean open;
  private boolean underWay;
  private Timers.@Nullable Timer pause;

  /**
   * @param retryMillis how long to wait after so many failures of the same message
   * @param changed called when the queue has changed, before a new message is sent
   */
  TransactionMessages(
      String chargePoint,
      OutgoingCalls calls,
      Timers timers,
      Ledger ledger,
      IntSupplier attempts,
      IntToLongFunction retryMillis,
      Runnable changed,
      Consumer<Request> discarded) {
    this.chargePoint = chargePoint;
    this.calls = calls;
    this.timers = timers;
    this.ledger = ledger;
    this.attempts = attempts;
    this.retryMillis = retryMillis;
    this.changed = changed;
    this.discarded = discarded;
  }

  /**
   * Queues a message. Its transaction id, where it has one, is filled in when it is sent.
   *
   * @param whenAnswered not called when the message is discarded
   */
  void add(RunningTransaction transaction, Request request, Consumer<Response> whenAnswered) {
    queue.add(new Message(transaction, request, whenAnswered, ledger.open(chargePoint, request)));
    changed.run();
    pump();
  }

  /** The central system takes messages: sends what waits, at once. */
  void opened() {
    open = true;
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
    pump();
  }

  void closed() {
    open = false;
  }

  int size() {
    return queue.size();
  }

  /** What waits, for the memory, with the transactions that it is about. */
  List<Memory.Waiting> waiting(LinkedHashSet<RunningTransaction> transactions) {
    queue.forEach(message -> transactions.add(message.transaction));
    var index = new IdentityHashMap<RunningTransaction, Integer>();
    transactions.forEach(transaction -> index.put(transaction, index.size()));
    var waiting = new ArrayList<Memory.Waiting>();
    for (var message : queue) {
      int position = Objects.requireNonNull(index.get(message.transaction));
      waiting.add(new Memory.Waiting(position, message.request));
    }
    return waiting;
  }

  private void pump() {
    var head = queue.peek();
    if (!open || underWay || pause != null || head == null) {
      return;
    }
    underWay = true;
    var request = withId(head.request, head.transaction);
    head.line.sent(request);
    calls.call(request, outcome -> done(head, outcome));
  }

  private void done(Message message, CallOutcome outcome) {
    underWay = false;
    switch (outcome) {
      case CallOutcome.Answered(var response) -> answered(message, response);
      case CallOutcome.Refused(var code, var ignored) -> {
        message.line.refused(code);
        failed(message);
      }
      case CallOutcome.NoAnswer(var why) -> {
        switch (why) {
          case TimedOut, Malformed -> failed(message);
          case ConnectionLost, NotConnected -> open = false;
        }
      }
    }
  }

  private void answered(Message message, Response response) {
    queue.remove(message);
    message.line.answered(response);
    if (response instanceof StartTransaction.Response started) {
      message.transaction.transactionId = started.transactionId();
    }
    changed.run();
    message.whenAnswered.accept(response);
    pump();
  }

  private void failed(Message message) {
    message.failures++;
    if (message.failures >= attempts.getAsInt()) {
      queue.remove(message);
      message.line.discarded();
      if (message.request instanceof StartTransaction.Request) {
        message.transaction.transactionId = RunningTransaction.NO_ID;
      }
      changed.run();
      discarded.accept(message.request);
      pump();
    } else {
      pause =
          timers.after(
              Duration.ofMillis(retryMillis.applyAsLong(message.failures)),
              () -> {
                pause = null;
                pump();
              });
    }
  }

  private static Request withId(Request request, RunningTransaction transaction) {
    int id =
        transaction.transactionId == null ? RunningTransaction.NO_ID : transaction.transactionId;
    return switch (request) {
      case StopTransaction.Request stop ->
          new StopTransaction.Request(
              stop.idTag(),
              stop.meterStop(),
              stop.timestamp(),
              id,
              stop.reason(),
              stop.transactionData());
      case MeterValues.Request values ->
          new MeterValues.Request(values.connectorId(), id, values.meterValue());
      default -> request;
    };
  }
}
