package io.evenkeel.simulator;

import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.simulator.wire.CallOutcome;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** BootNotification until it is accepted, then Heartbeat (OCPP 1.6 sections 4.2 and 4.6). */
final class Booting {
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(200);

  private final Station station;
  private final Connectivity connectivity;
  private boolean booted;
  private Timers.@Nullable Timer heartbeat;
  private Timers.@Nullable Timer again;

  Booting(Station station, Connectivity connectivity) {
    this.station = station;
    this.connectivity = connectivity;
    powerOff();
  }

  void connected() {
    switch (station.options.boot()) {
      case EveryConnection -> boot(response -> {});
      case FirstConnection -> {
        if (booted) {
          connectivity.accept();
        } else {
          boot(response -> {});
        }
      }
      case Manual, Never -> {
        if (booted) {
          connectivity.accept();
        }
      }
    }
  }

  void disconnected() {
    cancelBeat();
    cancelBoot();
  }

  /** The next connection begins with a boot. */
  void powerOff() {
    booted = station.options.boot() == BootPolicy.Never;
  }

  void boot(Consumer<CallOutcome> told) {
    var model = station.model();
    station.calls.call(
        new BootNotification.Request(
            model.vendor(), model.model(), null, null, model.firmware(), null, null, null, null),
        outcome -> {
          if (outcome instanceof CallOutcome.Answered(BootNotification.Response response)) {
            answered(response);
          } else if (connectivity.online() && !connectivity.accepted()) {
            later(station.options.backoff().after(1, station.options.random()));
          }
          told.accept(outcome);
        });
  }

  private void answered(BootNotification.Response response) {
    if (response.status() == BootNotification.Status.Accepted) {
      booted = true;
      if (response.interval() > 0) {
        station.configuration.change("HeartbeatInterval", Integer.toString(response.interval()));
      }
      if (station.options.statusAfterBoot()) {
        station.report(0, ChargePointStatus.Available, ChargePointErrorCode.NoError, told -> {});
        station.connectors.forEach(Connector::reportAnew);
      }
      connectivity.accept();
    } else {
      booted = false;
      cancelBeat();
      connectivity.quiet();
      var interval = Duration.ofSeconds(Math.max(0, response.interval()));
      later(interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval);
    }
    station.observers.tell(new Happening.Booted(response.status()));
    station.observers.changed();
  }

  private void later(Duration delay) {
    if (station.options.boot() != BootPolicy.Manual) {
      cancelBoot();
      again = station.timers.after(delay, () -> boot(told -> {}));
    }
  }

  /** Sets the heartbeat by the configuration as it is now. */
  void beat() {
    cancelBeat();
    int seconds = station.configuration.whole("HeartbeatInterval");
    if (seconds > 0 && connectivity.accepted()) {
      heartbeat =
          station.timers.every(
              Duration.ofSeconds(seconds),
              () -> station.calls.call(new Heartbeat.Request(), outcome -> {}));
    }
  }

  private void cancelBeat() {
    if (heartbeat != null) {
      heartbeat.cancel();
      heartbeat = null;
    }
  }

  private void cancelBoot() {
    if (again != null) {
      again.cancel();
      again = null;
    }
  }
}
