package io.evenkeel.simulator;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.evenkeel.ocpp.firmware.UpdateFirmware;
import io.evenkeel.ocpp.security.GetLog;
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.security.SignedFirmwareStatusNotification;
import io.evenkeel.ocpp.security.SignedUpdateFirmware;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Firmware updates and logs: the notifications of a good one, in their order. No file is moved;
 * that would need a server to move it to.
 */
final class FirmwareCommands {
  private final Station station;

  FirmwareCommands(Station station) {
    this.station = station;
  }

  Answer diagnostics(GetDiagnostics.Request request) {
    return Answer.give(
        new GetDiagnostics.Response(fileName()),
        () ->
            report(
                Duration.ZERO,
                List.of(
                    new DiagnosticsStatusNotification.Request(
                        DiagnosticsStatusNotification.Status.Uploading),
                    new DiagnosticsStatusNotification.Request(
                        DiagnosticsStatusNotification.Status.Uploaded))));
  }

  Answer log(GetLog.Request request) {
    int id = request.requestId();
    return Answer.give(
        new GetLog.Response(GetLog.Status.Accepted, fileName()),
        () ->
            report(
                Duration.ZERO,
                List.of(
                    new LogStatusNotification.Request(LogStatusNotification.Status.Uploading, id),
                    new LogStatusNotification.Request(LogStatusNotification.Status.Uploaded, id))));
  }

  Answer update(UpdateFirmware.Request request) {
    var steps =
        List.of(
            FirmwareStatusNotification.Status.Downloading,
            FirmwareStatusNotification.Status.Downloaded,
            FirmwareStatusNotification.Status.Installing,
            FirmwareStatusNotification.Status.Installed);
    return Answer.give(
        new UpdateFirmware.Response(),
        () ->
            report(
                until(request.retrieveDate()),
                steps.stream()
                    .map(step -> (Request) new FirmwareStatusNotification.Request(step))
                    .toList()));
  }

  Answer update(SignedUpdateFirmware.Request request) {
    int id = request.requestId();
    var steps =
        Arrays.asList(
            SignedFirmwareStatusNotification.Status.Downloading,
            SignedFirmwareStatusNotification.Status.Downloaded,
            SignedFirmwareStatusNotification.Status.SignatureVerified,
            SignedFirmwareStatusNotification.Status.Installing,
            SignedFirmwareStatusNotification.Status.Installed);
    return Answer.give(
        new SignedUpdateFirmware.Response(SignedUpdateFirmware.Status.Accepted),
        () ->
            report(
                until(request.firmware().retrieveDateTime()),
                steps.stream()
                    .map(step -> (Request) new SignedFirmwareStatusNotification.Request(step, id))
                    .toList()));
  }

  private String fileName() {
    return "diagnostics-" + station.now().toEpochMilli() + ".log";
  }

  private Duration until(Timestamp when) {
    var left = Duration.between(station.now(), when.instant());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Sends the notifications one after the other, each a step after the one before. */
  private void report(Duration delay, List<? extends Request> steps) {
    if (!steps.isEmpty()) {
      var _ =
          station.timers.after(
              delay.isZero() ? station.options.stepTime() : delay,
              () ->
                  station.calls.call(
                      steps.getFirst(),
                      outcome -> report(Duration.ZERO, steps.subList(1, steps.size()))));
    }
  }
}
