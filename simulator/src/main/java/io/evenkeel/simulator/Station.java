package io.evenkeel.simulator;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.Decoded;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.MeterValue;
import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.simulator.charging.ProfileStore;
import io.evenkeel.simulator.wire.CallOutcome;
import io.evenkeel.simulator.wire.CallOutcome.NoAnswer;
import io.evenkeel.simulator.wire.CallOutcome.Why;
import io.evenkeel.simulator.wire.OutgoingCalls;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A charge point from the inside: its parts, and the way of frames between them. Everything here
 * runs on one event loop.
 */
final class Station {
  final VirtualChargePointOptions options;
  final Timers timers;
  final Configuration configuration;
  final ProfileStore profiles;
  final LocalList localList = new LocalList();
  final Observers observers;
  final Authorizing authorizing = new Authorizing(this);
  final OutgoingCalls calls;
  final TransactionMessages transactionMessages;
  final List<Connector> connectors = new ArrayList<>();
  final Connectivity connectivity;
  private final Commands commands;
  private Instant lastDistinct = Instant.EPOCH;
  private boolean restored;

  Station(VirtualChargePointOptions options) {
    this.options = options;
    timers = new Timers(options.loops().vertx());
    configuration = new Configuration(options.model(), options.configuration());
    profiles =
        new ProfileStore(
            options.model(),
            configuration.whole("ChargeProfileMaxStackLevel"),
            configuration.whole("MaxChargingProfilesInstalled"));
    observers = new Observers(options.keep());
    calls = new OutgoingCalls(timers, options.callTimeout(), idPrefix());
    transactionMessages =
        new TransactionMessages(
            options.id(),
            calls,
            timers,
            options.ledger(),
            () -> configuration.whole("TransactionMessageAttempts"),
            this::retryMillis,
            this::transactionsChanged,
            request -> observers.tell(new Happening.Discarded(request)));
    connectivity = new Connectivity(this);
    commands = new Commands(this);
    var remembered = options.memory().load(options.id());
    for (int id = 1; id <= model().connectors(); id++) {
      int connector = id;
      double meter = remembered.map(kept -> kept.meters().getOrDefault(connector, 0.0)).orElse(0.0);
      connectors.add(new Connector(this, id, meter));
    }
    remembered.ifPresent(kept -> new PowerReturn(this).resume(kept));
    restored = true;
    remember();
  }

  private String idPrefix() {
    return Long.toString(options.random().nextLong(1L << 40), Character.MAX_RADIX) + "-";
  }

  private long retryMillis(int failures) {
    var chosen = options.retryInterval();
    long base =
        chosen == null
            ? configuration.whole("TransactionMessageRetryInterval") * 1000L
            : chosen.toMillis();
    return base * failures;
  }

  ChargerModel model() {
    return options.model();
  }

  /** The transactions of all connectors, that of connector 1 first. */
  List<Optional<ProfileStore.Running>> running() {
    return connectors.stream()
        .map(one -> Optional.ofNullable(one.transaction()).map(RunningTransaction::forProfiles))
        .toList();
  }

  Instant now() {
    return options.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Now, or a little later: no two transactions of a charge point share a moment. */
  Instant distinctNow() {
    var now = now();
    lastDistinct = now.isAfter(lastDistinct) ? now : lastDistinct.plusMillis(1);
    return lastDistinct;
  }

  Duration tick() {
    return options.tick();
  }

  double speed() {
    return options.speed();
  }

  boolean accepted() {
    return connectivity.accepted();
  }

  /** How many connectors share the charge point's maximum. */
  int sharing() {
    return (int) connectors.stream().filter(c -> c.transaction() != null).count();
  }

  @Nullable Connector connector(int id) {
    return id >= 1 && id <= connectors.size() ? connectors.get(id - 1) : null;
  }

  @Nullable Connector connectorOfTransaction(int transactionId) {
    for (var connector : connectors) {
      var running = connector.transaction();
      if (running != null
          && running.transactionId != null
          && running.transactionId == transactionId) {
        return connector;
      }
    }
    return null;
  }

  void refreshAll() {
    connectors.forEach(Connector::refresh);
  }

  void received(String text) {
    observers.received(text);
    switch (Codec.decodeAtChargePoint(text, calls, now())) {
      case Decoded.Call call -> {
        var answer = commands.answer(call.action(), call.request());
        give(call.messageId(), answer);
        observers.commanded(call.request());
        observers.changed();
      }
      case Decoded.BadCall bad ->
          connectivity.send(Codec.error(bad.messageId(), bad.code(), bad.description()));
      case Decoded.CallResult result ->
          calls.answered(result.messageId(), new CallOutcome.Answered(result.response()));
      case Decoded.CallError error ->
          calls.answered(
              error.messageId(), new CallOutcome.Refused(error.errorCode(), error.description()));
      case Decoded.BadResult bad -> calls.answered(bad.messageId(), new NoAnswer(Why.Malformed));
      case Decoded.Unknown ignored -> {}
      case Decoded.Unreadable ignored -> {}
    }
  }

  private void give(String messageId, Answer answer) {
    switch (answer) {
      case Answer.Give(var response, var then) -> {
        connectivity.send(Codec.result(messageId, response));
        then.run();
      }
      case Answer.Fail(var code, var description) ->
          connectivity.send(Codec.error(messageId, code, description));
      case Answer.Raw(var payload) ->
          connectivity.send("[3,\"" + messageId + "\"," + payload + "]");
      case Answer.Silence() -> {}
      case Answer.Late(var delay, var inner) -> later(delay, () -> give(messageId, inner));
      case Answer.Hang(var time, var inner) -> {
        calls.hold();
        later(time, () -> give(messageId, inner));
      }
      case Answer.AndDrop(var inner) -> {
        give(messageId, inner);
        connectivity.dropAfterWriting();
      }
    }
  }

  /** Runs the work after a while, unless the connection is another one by then. */
  private void later(Duration delay, Runnable work) {
    int connection = connectivity.connection();
    timers.after(
        delay,
        () -> {
          if (connectivity.connection() == connection) {
            work.run();
          }
        });
  }

  void replaceAnswer(Action action, @Nullable Function<Request, @Nullable Answer> by) {
    commands.replace(action, by);
  }

  void report(
      int connectorId,
      ChargePointStatus status,
      ChargePointErrorCode error,
      Consumer<Boolean> told) {
    calls.call(
        new StatusNotification.Request(
            connectorId, error, null, status, Timestamp.of(now()), null, null),
        outcome -> told.accept(outcome instanceof CallOutcome.Answered));
  }

  /** In the transaction's queue when there is one, else as any CALL. */
  void sendMeterValues(Connector connector, List<MeterValue> values) {
    var running = connector.transaction();
    if (running == null) {
      calls.call(new MeterValues.Request(connector.id, null, values), outcome -> {});
    } else {
      transactionMessages.add(
          running,
          new MeterValues.Request(connector.id, RunningTransaction.NO_ID, values),
          response -> {});
    }
  }

  /** The power goes and comes back: what runs ends, and that is told after the boot. */
  void powerCycle(StopTransaction.Reason reason) {
    transactionMessages.closed();
    for (var connector : connectors) {
      if (connector.transaction() != null) {
        var _ = connector.stop(reason, null);
      }
    }
    restart();
  }

  /** Goes away and comes back with a boot; nothing runs any more. */
  void restart() {
    connectors.forEach(Connector::powerOff);
    profiles.rebooted();
    connectivity.reboot();
  }

  private void transactionsChanged() {
    remember();
    observers.changed();
  }

  /** Writes down what must survive the loss of power. */
  void remember() {
    if (restored && options.memory().keeps()) {
      var meters = new HashMap<Integer, Double>();
      var transactions = new LinkedHashSet<RunningTransaction>();
      for (var connector : connectors) {
        meters.put(connector.id, connector.state().meterWh());
        if (connector.transaction() != null) {
          transactions.add(connector.transaction());
        }
      }
      var waiting = transactionMessages.waiting(transactions);
      options
          .memory()
          .save(
              options.id(),
              new Memory.Content(
                  meters,
                  transactions.stream().map(RunningTransaction::forMemory).toList(),
                  waiting));
    }
  }
}
