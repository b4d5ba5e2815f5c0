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
import io.evenkeel.simulator.wire.Upload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Firmware updates and logs: the notifications of a good one, in their order. Only diagnostics for
 * an http address are really uploaded; no other file is moved.
 */
final class FirmwareCommands {
  private static final Request UPLOADING =
      new DiagnosticsStatusNotification.Request(DiagnosticsStatusNotification.Status.Uploading);
  private static final Request UPLOADED =
      new DiagnosticsStatusNotification.Request(DiagnosticsStatusNotification.Status.Uploaded);
  private static final Request UPLOAD_FAILED =
      new DiagnosticsStatusNotification.Request(DiagnosticsStatusNotification.Status.UploadFailed);

  private final Station station;

  FirmwareCommands(Station station) {
    this.station = station;
  }

  Answer diagnostics(GetDiagnostics.Request request) {
    var name = fileName();
    var location = request.location();
    return Answer.give(
        new GetDiagnostics.Response(name),
        () -> {
          if (location.startsWith("http://")) {
            after(Duration.ZERO, () -> upload(location, name));
          } else {
            report(Duration.ZERO, List.of(UPLOADING, UPLOADED));
          }
        });
  }

  /** For real, as the specification orders it: the name is appended to the location. */
  private void upload(String location, String name) {
    var address = location.endsWith("/") ? location + name : location + "/" + name;
    station.calls.call(
        UPLOADING,
        outcome ->
            Upload.put(
                station.options.loops().vertx(),
                address,
                "%s %s: all is well%n".formatted(station.now(), station.options.id()),
                taken -> station.calls.call(taken ? UPLOADED : UPLOAD_FAILED, told -> {})));
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
      after(
          delay,
          () ->
              station.calls.call(
                  steps.getFirst(),
                  outcome -> report(Duration.ZERO, steps.subList(1, steps.size()))));
    }
  }

  /** After that while, at least a step. */
  private void after(Duration delay, Runnable work) {
    var _ = station.timers.after(delay.isZero() ? station.options.stepTime() : delay, work);
  }
}
