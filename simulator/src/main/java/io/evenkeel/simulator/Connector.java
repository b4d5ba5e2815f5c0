package io.evenkeel.simulator;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ReadingContext;
import io.evenkeel.simulator.charging.Car;
import io.evenkeel.simulator.charging.Flow;
import io.evenkeel.simulator.charging.Metering;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One socket for cars: what is plugged in, who may charge, what flows. On the station's loop. */
final class Connector {
  final int id;
  private final Station station;
  private final Flow flow;
  private final Claims claims;
  private ChargePointStatus status = ChargePointStatus.Available;
  private ChargePointErrorCode error = ChargePointErrorCode.NoError;
  private boolean reportDue = true;
  private boolean operative = true;
  private boolean finished;
  private @Nullable RunningTransaction transaction;
  private Timers.@Nullable Timer ticking;
  private Timers.@Nullable Timer sampling;
  private Instant lastTick;
  private double limitA;
  private volatile ConnectorState state;

  Connector(Station station, int id, double meterWh) {
    this.station = station;
    this.id = id;
    this.claims = new Claims(station.timers, this::refresh);
    this.flow = new Flow(station.model().phases(), meterWh);
    this.lastTick = station.now();
    this.limitA = station.model().maxA();
    this.state = snapshot();
  }

  /** The latest snapshot; from any thread. */
  ConnectorState state() {
    return state;
  }

  @Nullable RunningTransaction transaction() {
    return transaction;
  }

  Claims.@Nullable Reservation reservation() {
    return claims.reservation();
  }

  ChargePointStatus status() {
    return status;
  }

  boolean plugged() {
    return flow.car() != null;
  }

  boolean free() {
    return transaction == null
        && switch (status) {
          case Available, Preparing, Finishing -> true;
          default -> false;
        };
  }

  void plugIn(Car car) {
    if (flow.car() != null) {
      throw new IllegalStateException("connector " + id + " has a car already");
    }
    flow.plugIn(car);
    var waiting = claims.takeWelcome();
    if (waiting != null) {
      var _ = start(waiting.idTag(), waiting.profile());
    }
    refresh();
  }

  void unplug() {
    if (transaction != null && station.configuration.yes("StopTransactionOnEVSideDisconnect")) {
      var _ = stop(StopTransaction.Reason.EVDisconnected, null);
    }
    finished = false;
    flow.unplug();
    refresh();
  }

  /** Somebody was let in: charging starts now or as soon as a car is plugged in. */
  void welcome(String idTag, @Nullable ChargingProfile profile) {
    if (flow.car() != null) {
      var _ = start(idTag, profile);
    } else {
      var patience = Duration.ofSeconds(station.configuration.whole("ConnectionTimeOut"));
      claims.welcome(idTag, profile, patience);
      refresh();
    }
  }

  /** Starts a transaction; a car appears when there is none. Completes with the answer. */
  CompletableFuture<StartTransaction.Response> start(
      String idTag, @Nullable ChargingProfile profile) {
    if (transaction != null) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("connector " + id + " has a transaction already"));
    }
    if (flow.car() == null) {
      flow.plugIn(Car.typical());
    }
    var running = new RunningTransaction(id, idTag, station.distinctNow(), (long) flow.meterWh());
    transaction = running;
    var _ = claims.takeWelcome();
    var request =
        new StartTransaction.Request(
            id,
            idTag,
            running.meterStart,
            claims.takeReservation(idTag),
            Timestamp.of(running.start));
    var answered = new CompletableFuture<StartTransaction.Response>();
    if (profile != null) {
      station.profiles.set(id, profile, running.forProfiles());
    }
    keepTime();
    station.transactionMessages.add(
        running,
        request,
        response -> {
          started(running, (StartTransaction.Response) response);
          answered.complete((StartTransaction.Response) response);
        });
    refresh();
    return answered;
  }

  private void started(RunningTransaction running, StartTransaction.Response response) {
    var verdict = response.idTagInfo().status();
    station.observers.tell(
        new Happening.Started(id, running.idTag, response.transactionId(), verdict));
    if (verdict != AuthorizationStatus.Accepted && transaction == running) {
      running.unwanted = true;
      if (station.configuration.yes("StopTransactionOnInvalidId")) {
        var _ = stop(StopTransaction.Reason.DeAuthorized, null);
      }
    }
    refresh();
  }

  /** Ends the transaction. Completes with the answer. */
  CompletableFuture<StopTransaction.Response> stop(
      StopTransaction.Reason reason, @Nullable String idTag) {
    var running = transaction;
    if (running == null) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("connector " + id + " has no transaction"));
    }
    passTime();
    transaction = null;
    running.ended = true;
    finished = true;
    stopKeepingTime();
    station.profiles.transactionEnded(id);
    var answered = new CompletableFuture<StopTransaction.Response>();
    var ended = station.distinctNow();
    var wanted = station.configuration.text("StopTxnSampledData");
    var data =
        wanted.isBlank()
            ? null
            : List.of(
                Metering.sample(flow.reading(), wanted, ReadingContext.TransactionEnd, ended));
    station.transactionMessages.add(
        running,
        new StopTransaction.Request(
            idTag,
            (long) flow.meterWh(),
            Timestamp.of(ended),
            RunningTransaction.NO_ID,
            reason,
            data),
        response -> answered.complete((StopTransaction.Response) response));
    long energy = (long) flow.meterWh() - running.meterStart;
    station.observers.tell(
        new Happening.Stopped(id, running.idTag, running.transactionId, reason, energy));
    flow.advance(0, 0, 1);
    refresh();
    return answered;
  }

  private void keepTime() {
    lastTick = station.now();
    ticking = station.timers.every(station.tick(), this::refresh);
    int interval = station.configuration.whole("MeterValueSampleInterval");
    if (interval > 0) {
      sampling =
          station.timers.every(
              Duration.ofSeconds(interval), () -> sample(ReadingContext.SamplePeriodic));
    }
  }

  private void stopKeepingTime() {
    if (ticking != null) {
      ticking.cancel();
      ticking = null;
    }
    if (sampling != null) {
      sampling.cancel();
      sampling = null;
    }
  }

  /** The sampling interval or the like has changed. */
  void reconfigured() {
    if (transaction != null) {
      stopKeepingTime();
      keepTime();
    }
  }

  /** The power is off: nothing ticks any more. */
  void powerOff() {
    stopKeepingTime();
    claims.endAll();
  }

  void sample(ReadingContext context) {
    refresh();
    var values =
        Metering.sample(
            flow.reading(),
            station.configuration.text("MeterValuesSampledData"),
            context,
            station.now());
    if (!values.sampledValue().isEmpty()) {
      station.sendMeterValues(this, List.of(values));
    }
  }

  private void passTime() {
    var now = station.now();
    double seconds = Duration.between(lastTick, now).toMillis() / 1000.0;
    lastTick = now;
    boolean on =
        transaction != null && !transaction.unwanted && error == ChargePointErrorCode.NoError;
    flow.advance(on ? limitA : 0, Math.max(0, seconds), station.speed());
  }

  /** Works out limit, current and status anew, and reports what has changed. */
  void refresh() {
    passTime();
    var running = transaction == null ? null : transaction.forProfiles();
    double before = limitA;
    limitA = station.profiles.limitA(id, running, station.sharing(), station.now());
    if (limitA != before) {
      passTime();
      station.observers.tell(new Happening.LimitChanged(id, before, limitA));
    }
    become(StatusRule.of(facts()));
  }

  private StatusRule.Facts facts() {
    var running = transaction;
    return new StatusRule.Facts(
        error,
        operative,
        running != null,
        running != null && !running.unwanted,
        limitA,
        flow.car() != null,
        flow.carIsFull(),
        finished,
        claims.expected(),
        claims.reservation() != null);
  }

  private void become(ChargePointStatus next) {
    var before = status;
    status = next;
    state = snapshot();
    if (before != next) {
      reportDue = true;
      station.observers.tell(new Happening.StatusChanged(id, before, next));
      reportIfDue();
    }
    station.observers.changed();
  }

  /** The status as it was told last is stale, or was never told. */
  void reportAnew() {
    reportDue = true;
  }

  void reportIfDue() {
    if (reportDue && station.accepted()) {
      reportDue = false;
      station.report(id, status, error, told -> reportDue |= !told);
    }
  }

  void report() {
    station.report(id, status, error, told -> {});
  }

  void fault(ChargePointErrorCode code) {
    error = code;
    refresh();
  }

  /** Takes effect now, or when the running transaction ends; returns whether it is now. */
  boolean available(boolean wanted) {
    operative = wanted;
    refresh();
    return wanted || transaction == null;
  }

  void reserve(int reservationId, String idTag, Duration time) {
    claims.reserve(reservationId, idTag, time);
    refresh();
  }

  void endReservation() {
    claims.endReservation();
    refresh();
  }

  private ConnectorState snapshot() {
    return new ConnectorState(
        id,
        status,
        flow.car(),
        transaction == null ? null : transaction.idTag,
        transaction == null ? null : transaction.transactionId,
        limitA,
        flow.currentA(),
        flow.meterWh(),
        flow.takenWh());
  }
}
