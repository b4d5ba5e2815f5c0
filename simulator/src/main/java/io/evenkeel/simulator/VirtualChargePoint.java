package io.evenkeel.simulator;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.simulator.charging.Car;
import io.evenkeel.simulator.wire.CallOutcome;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A charge point that is not there: OCPP 1.6J over a real socket, with connectors, cars, a meter,
 * charging profiles and the retries that the specification asks for. All methods may be called from
 * any thread; stages complete on the charge point's event loop, so do not block in what hangs on
 * them. {@link Await} waits for them. A call that is refused fails with {@link CallRefused}, one
 * without an answer with {@link CallUnanswered}; what is awaited fails after two minutes.
 */
public final class VirtualChargePoint implements AutoCloseable {
  private final Station station;
  private final Hop hop;

  private VirtualChargePoint(VirtualChargePointOptions options) {
    station = new Station(options);
    hop = new Hop(station.connectivity.loop());
  }

  /**
   * Connects. Completes when the socket is open and, unless {@link BootPolicy#Manual} or {@link
   * BootPolicy#Never} was chosen, a BootNotification was accepted. Fails when the first attempt
   * does; then nothing is tried again.
   */
  public static CompletionStage<VirtualChargePoint> connect(VirtualChargePointOptions options) {
    var point = new VirtualChargePoint(options);
    CompletableFuture<@Nullable Void> ready = Observers.patient();
    point.hop.run(
        () ->
            point.station.connectivity.start(
                failure -> {
                  if (failure != null) {
                    point.station.connectivity.giveUp();
                    ready.completeExceptionally(failure);
                  } else {
                    point.station.observers.condition(point::settled, ready);
                  }
                }));
    return ready.thenApply(done -> point);
  }

  /** Makes one that does not connect yet, so that listeners miss nothing. */
  public static VirtualChargePoint create(VirtualChargePointOptions options) {
    return new VirtualChargePoint(options);
  }

  /** Makes one and lets it connect, as by {@link #startConnecting}. */
  public static VirtualChargePoint start(VirtualChargePointOptions options) {
    var point = create(options);
    point.startConnecting();
    return point;
  }

  /** Connects and keeps connecting until closed. */
  public void startConnecting() {
    hop.run(() -> station.connectivity.start(failure -> {}));
  }

  private boolean settled() {
    return switch (station.options.boot()) {
      case Manual -> station.connectivity.online();
      case FirstConnection, EveryConnection, Never -> station.accepted();
    };
  }

  public String id() {
    return station.options.id();
  }

  /** Whether a socket is open now. */
  public boolean online() {
    return station.connectivity.online();
  }

  /** A connector as it is now, 1 and up. */
  public ConnectorState connector(int id) {
    return station.connectors.get(id - 1).state();
  }

  /** The value of a configuration key, or null when there is no such key. */
  public CompletionStage<@Nullable String> configuration(String key) {
    return hop.ask(() -> station.configuration.value(key));
  }

  /** The subprotocol that the server chose for the present connection, or null. */
  public CompletionStage<@Nullable String> subProtocol() {
    return hop.ask(station.connectivity::subProtocol);
  }

  // What the charge point says

  /** Any CALL, after those that wait already; no rule of the charge point is applied to it. */
  public CompletionStage<Response> call(Request request) {
    var answer = new CompletableFuture<Response>();
    hop.run(() -> station.calls.call(request, outcome -> settle(answer, outcome)));
    return answer;
  }

  /** As {@link #call(Request)} with the type of the answer. */
  public <T extends Response> CompletionStage<T> call(Request request, Class<T> type) {
    return call(request).thenApply(type::cast);
  }

  public CompletionStage<BootNotification.Response> boot() {
    var answer = new CompletableFuture<Response>();
    hop.run(() -> station.connectivity.booting().boot(outcome -> settle(answer, outcome)));
    return answer.thenApply(BootNotification.Response.class::cast);
  }

  public CompletionStage<Heartbeat.Response> heartbeat() {
    return call(new Heartbeat.Request(), Heartbeat.Response.class);
  }

  /** Asks who may charge; falls back on the local list when there is no answer. */
  public CompletionStage<IdTagInfo> authorize(String idTag) {
    var answer = new CompletableFuture<IdTagInfo>();
    hop.run(() -> station.authorizing.ask(idTag, answer::complete));
    return answer;
  }

  /** Sends the present readings: for the running transaction, or without one. */
  public void sendMeterValues(int connectorId) {
    hop.run(() -> connectorOf(connectorId).sample(ReadingContext.SamplePeriodic));
  }

  // What people do

  /** Plugs a car in. Who was let in before, or started from afar, charges at once. */
  public CompletionStage<@Nullable Void> plugIn(int connectorId, Car car) {
    return hop.act(() -> connectorOf(connectorId).plugIn(car));
  }

  /** Unplugs the car; a running transaction ends with EVDisconnected. */
  public CompletionStage<@Nullable Void> unplug(int connectorId) {
    return hop.act(() -> connectorOf(connectorId).unplug());
  }

  /**
   * Holds a card to the reader. Without a transaction: asks for authorization, and starts when a
   * car is there or as soon as one comes. With one: ends it, when the card belongs to it.
   */
  public CompletionStage<AuthorizationStatus> swipe(int connectorId, String idTag) {
    var verdict = new CompletableFuture<AuthorizationStatus>();
    hop.run(
        () -> {
          var connector = connectorOf(connectorId);
          var running = connector.transaction();
          if (running != null && running.idTag.equalsIgnoreCase(idTag)) {
            var _ = connector.stop(StopTransaction.Reason.Local, idTag);
            verdict.complete(AuthorizationStatus.Accepted);
            return;
          }
          station.authorizing.ask(
              idTag,
              info -> {
                if (info.status() == AuthorizationStatus.Accepted && connector.free()) {
                  connector.welcome(idTag, null);
                }
                verdict.complete(info.status());
              });
        });
    return verdict;
  }

  /**
   * Starts a transaction without asking anybody; with a car if none is plugged in. Completes when
   * StartTransaction is answered, however often it must be repeated.
   */
  public CompletionStage<StartTransaction.Response> startTransaction(
      int connectorId, String idTag) {
    return hop.eventually(() -> connectorOf(connectorId).start(idTag, null));
  }

  /** Ends the running transaction. Completes when StopTransaction is answered. */
  public CompletionStage<StopTransaction.Response> stopTransaction(
      int connectorId, StopTransaction.Reason reason) {
    return stopTransaction(connectorId, reason, null);
  }

  public CompletionStage<StopTransaction.Response> stopTransaction(
      int connectorId, StopTransaction.Reason reason, @Nullable String idTag) {
    return hop.eventually(() -> connectorOf(connectorId).stop(reason, idTag));
  }

  /** Something breaks, or with {@link ChargePointErrorCode#NoError} works again. */
  public CompletionStage<@Nullable Void> fault(int connectorId, ChargePointErrorCode error) {
    return hop.act(() -> connectorOf(connectorId).fault(error));
  }

  // What happens to the connection

  /** Writes a text frame as it is. */
  public void sendRaw(String frame) {
    hop.run(() -> station.connectivity.send(frame));
  }

  public void sendBinary(byte[] bytes) {
    hop.run(() -> station.connectivity.sendBinary(bytes));
  }

  /** Cuts the connection with a TCP reset; it comes back with back-off. */
  public void drop() {
    hop.run(station.connectivity::drop);
  }

  /** Reads and writes nothing more on this connection, which stays up. */
  public void silence() {
    hop.run(station.connectivity::silence);
  }

  /** Leaves for another address of the central system, with all that still waits to be told. */
  public void moveTo(String url) {
    hop.run(() -> station.connectivity.move(URI.create(url)));
  }

  /** Closes with 1000 and stays offline until {@link #reconnect}. */
  public CompletionStage<@Nullable Void> disconnect() {
    CompletableFuture<@Nullable Void> closed = Observers.patient();
    hop.run(() -> station.connectivity.close(closed));
    return closed;
  }

  /** Connects again now, after {@link #disconnect}; completes when the socket is open. */
  public CompletionStage<@Nullable Void> reconnect() {
    CompletableFuture<@Nullable Void> open = Observers.patient();
    hop.run(
        () ->
            station.connectivity.start(
                failure -> {
                  if (failure != null) {
                    open.completeExceptionally(failure);
                  } else {
                    station.observers.condition(station.connectivity::online, open);
                  }
                }));
    return open;
  }

  /**
   * Power fails and comes back: the connection is cut, and after a while it boots. Running
   * transactions end with PowerLoss, which is told then.
   */
  public void reboot() {
    hop.run(
        () -> {
          station.connectivity.drop();
          station.powerCycle(StopTransaction.Reason.PowerLoss);
        });
  }

  // For those who watch

  /** Listeners run on the event loop and must not block. */
  public void listen(Consumer<Happening> listener) {
    station.observers.add(listener);
  }

  /**
   * From now on commands of that action get this answer, given on the event loop; null from it
   * means the usual one.
   */
  public void answer(Action action, Function<Request, @Nullable Answer> by) {
    station.replaceAnswer(action, by);
  }

  /** Commands of that action are answered as usual again. */
  public void answerAsUsual(Action action) {
    station.replaceAnswer(action, null);
  }

  /** The oldest command of that type that nobody has taken yet, or the next one to come. */
  public <T extends Request> CompletionStage<T> awaitCommand(Class<T> type) {
    CompletableFuture<Request> command = Observers.patient();
    hop.run(() -> station.observers.command(type::isInstance, command));
    return command.thenApply(type::cast);
  }

  /** The oldest text frame like that that nobody has taken yet, or the next one to come. */
  public CompletionStage<String> awaitFrame(Predicate<String> wanted) {
    CompletableFuture<String> frame = Observers.patient();
    hop.run(() -> station.observers.frame(wanted, frame));
    return frame;
  }

  public CompletionStage<@Nullable Void> awaitStatus(int connectorId, ChargePointStatus status) {
    return awaitState(connectorId, state -> state.status() == status);
  }

  /** Until a connector is like that, now or later. */
  public CompletionStage<@Nullable Void> awaitState(
      int connectorId, Predicate<ConnectorState> wanted) {
    return awaitCondition(() -> wanted.test(connector(connectorId)));
  }

  public CompletionStage<@Nullable Void> awaitOnline() {
    return awaitCondition(station.connectivity::online);
  }

  /** Until a BootNotification was accepted, or none is needed, on an open socket. */
  public CompletionStage<@Nullable Void> awaitAccepted() {
    return awaitCondition(station::accepted);
  }

  public CompletionStage<@Nullable Void> awaitOffline() {
    return awaitCondition(() -> !station.connectivity.online());
  }

  /** Until every transaction message was answered or given up. */
  public CompletionStage<@Nullable Void> awaitDelivered() {
    return awaitCondition(() -> station.transactionMessages.size() == 0);
  }

  private CompletionStage<@Nullable Void> awaitCondition(BooleanSupplier condition) {
    CompletableFuture<@Nullable Void> future = Observers.patient();
    hop.run(() -> station.observers.condition(condition, future));
    return future;
  }

  /** Closes the connection with 1000 and does nothing more. */
  @Override
  public void close() {
    hop.run(
        () -> {
          station.connectors.forEach(Connector::powerOff);
          station.remember();
          station.connectivity.close(new CompletableFuture<>());
        });
  }

  private Connector connectorOf(int id) {
    var connector = station.connector(id);
    if (connector == null) {
      throw new IllegalArgumentException("there is no connector " + id);
    }
    return connector;
  }

  private static void settle(CompletableFuture<Response> answer, CallOutcome outcome) {
    switch (outcome) {
      case CallOutcome.Answered(var response) -> answer.complete(response);
      case CallOutcome.Refused(var code, var description) ->
          answer.completeExceptionally(new CallRefused(code, description));
      case CallOutcome.NoAnswer(var why) -> answer.completeExceptionally(new CallUnanswered(why));
    }
  }
}
