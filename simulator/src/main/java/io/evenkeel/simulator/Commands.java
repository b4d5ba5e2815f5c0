package io.evenkeel.simulator;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.core.ChangeAvailability;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.DataTransfer;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.core.UnlockConnector;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.evenkeel.ocpp.firmware.UpdateFirmware;
import io.evenkeel.ocpp.locallist.GetLocalListVersion;
import io.evenkeel.ocpp.locallist.SendLocalList;
import io.evenkeel.ocpp.reservation.CancelReservation;
import io.evenkeel.ocpp.reservation.ReserveNow;
import io.evenkeel.ocpp.security.CertificateSigned;
import io.evenkeel.ocpp.security.DeleteCertificate;
import io.evenkeel.ocpp.security.ExtendedTriggerMessage;
import io.evenkeel.ocpp.security.GetInstalledCertificateIds;
import io.evenkeel.ocpp.security.GetLog;
import io.evenkeel.ocpp.security.InstallCertificate;
import io.evenkeel.ocpp.security.SignedUpdateFirmware;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of the charge point answers which command. */
final class Commands {
  private final Station station;
  private final ConfigurationCommands configuration;
  private final TransactionCommands transactions;
  private final ReservationCommands reservations;
  private final SmartChargingCommands smartCharging;
  private final FirmwareCommands firmware;
  private final TriggerCommands triggers;
  private final SecurityCommands security;
  private final Map<Action, Function<Request, @Nullable Answer>> replaced =
      new ConcurrentHashMap<>();

  Commands(Station station) {
    this.station = station;
    configuration = new ConfigurationCommands(station);
    transactions = new TransactionCommands(station);
    reservations = new ReservationCommands(station);
    smartCharging = new SmartChargingCommands(station);
    firmware = new FirmwareCommands(station);
    triggers = new TriggerCommands(station);
    security = new SecurityCommands(station);
  }

  /** From now on a test answers that action; null gives it back. From any thread. */
  void replace(Action action, @Nullable Function<Request, @Nullable Answer> by) {
    if (by == null) {
      replaced.remove(action);
    } else {
      replaced.put(action, by);
    }
  }

  Answer answer(Action action, Request request) {
    var other = replaced.get(action);
    var answer = other == null ? null : other.apply(request);
    return answer == null ? usual(request) : answer;
  }

  private Answer usual(Request request) {
    return switch (request) {
      case GetConfiguration.Request r -> configuration.show(r);
      case ChangeConfiguration.Request r -> configuration.change(r);
      case ChangeAvailability.Request r -> configuration.availability(r);
      case Reset.Request r -> configuration.reset(r);
      case ClearCache.Request r -> Answer.give(new ClearCache.Response(ClearCache.Status.Accepted));
      case DataTransfer.Request r ->
          Answer.give(new DataTransfer.Response(DataTransfer.Status.UnknownVendorId, null));
      case RemoteStartTransaction.Request r -> transactions.start(r);
      case RemoteStopTransaction.Request r -> transactions.stop(r);
      case UnlockConnector.Request r -> transactions.unlock(r);
      case ReserveNow.Request r -> reservations.reserve(r);
      case CancelReservation.Request r -> reservations.cancel(r);
      case GetLocalListVersion.Request r ->
          Answer.give(new GetLocalListVersion.Response(station.localList.version()));
      case SendLocalList.Request r -> configuration.localList(r);
      case SetChargingProfile.Request r -> smartCharging.set(r);
      case ClearChargingProfile.Request r -> smartCharging.clear(r);
      case GetCompositeSchedule.Request r -> smartCharging.composite(r);
      case GetDiagnostics.Request r -> firmware.diagnostics(r);
      case UpdateFirmware.Request r -> firmware.update(r);
      case SignedUpdateFirmware.Request r -> firmware.update(r);
      case GetLog.Request r -> firmware.log(r);
      case TriggerMessage.Request r -> triggers.trigger(r);
      case ExtendedTriggerMessage.Request r -> triggers.trigger(r);
      case InstallCertificate.Request r -> security.install(r);
      case DeleteCertificate.Request r -> security.delete(r);
      case GetInstalledCertificateIds.Request r -> security.installed(r);
      case CertificateSigned.Request r -> security.signed(r);
      default -> Answer.fail(ErrorCode.NotSupported);
    };
  }
}
