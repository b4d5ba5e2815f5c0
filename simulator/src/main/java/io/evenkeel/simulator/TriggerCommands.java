package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
import io.evenkeel.ocpp.security.ExtendedTriggerMessage;
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.ocpp.type.ReadingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that the central system asks for (OCPP 1.6 section 5.17). */
final class TriggerCommands {
  private final Station station;

  TriggerCommands(Station station) {
    this.station = station;
  }

  Answer trigger(TriggerMessage.Request request) {
    if (unknown(request.connectorId())) {
      return Answer.give(new TriggerMessage.Response(TriggerMessage.Status.Rejected));
    }
    return Answer.give(
        new TriggerMessage.Response(TriggerMessage.Status.Accepted),
        switch (request.requestedMessage()) {
          case BootNotification -> this::boot;
          case DiagnosticsStatusNotification ->
              sending(
                  new DiagnosticsStatusNotification.Request(
                      DiagnosticsStatusNotification.Status.Idle));
          case FirmwareStatusNotification -> sending(idleFirmware());
          case Heartbeat -> sending(new Heartbeat.Request());
          case MeterValues -> () -> meterValues(request.connectorId());
          case StatusNotification -> () -> status(request.connectorId());
        });
  }

  Answer trigger(ExtendedTriggerMessage.Request request) {
    if (unknown(request.connectorId())) {
      return Answer.give(
          new ExtendedTriggerMessage.Response(ExtendedTriggerMessage.Status.Rejected));
    }
    @Nullable Runnable work =
        switch (request.requestedMessage()) {
          case BootNotification -> this::boot;
          case LogStatusNotification ->
              sending(new LogStatusNotification.Request(LogStatusNotification.Status.Idle, null));
          case FirmwareStatusNotification -> sending(idleFirmware());
          case Heartbeat -> sending(new Heartbeat.Request());
          case MeterValues -> () -> meterValues(request.connectorId());
          case StatusNotification -> () -> status(request.connectorId());
          case SignChargePointCertificate -> null;
        };
    return work == null
        ? Answer.give(
            new ExtendedTriggerMessage.Response(ExtendedTriggerMessage.Status.NotImplemented))
        : Answer.give(
            new ExtendedTriggerMessage.Response(ExtendedTriggerMessage.Status.Accepted), work);
  }

  private boolean unknown(@Nullable Integer connectorId) {
    return connectorId != null && connectorId != 0 && station.connector(connectorId) == null;
  }

  private static Request idleFirmware() {
    return new FirmwareStatusNotification.Request(FirmwareStatusNotification.Status.Idle);
  }

  private void boot() {
    station.connectivity.booting().boot(outcome -> {});
  }

  private Runnable sending(Request request) {
    return () -> station.calls.call(request, outcome -> {});
  }

  private void meterValues(@Nullable Integer connectorId) {
    chosen(connectorId).forEach(connector -> connector.sample(ReadingContext.Trigger));
  }

  private void status(@Nullable Integer connectorId) {
    if (connectorId == null || connectorId == 0) {
      station.report(0, ChargePointStatus.Available, ChargePointErrorCode.NoError, ignored -> {});
    }
    chosen(connectorId).forEach(Connector::report);
  }

  private List<Connector> chosen(@Nullable Integer connectorId) {
    var one = connectorId == null ? null : station.connector(connectorId);
    if (one != null) {
      return List.of(one);
    }
    return connectorId == null ? station.connectors : List.of();
  }
}
