package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.evenkeel.ocpp.firmware.UpdateFirmware;
import java.util.List;

class FirmwareMessagesTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");
  private static final Timestamp NOON = Timestamp.parse("2026-03-01T12:00:00.000Z");

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(
            new DiagnosticsStatusNotification.Request(
                DiagnosticsStatusNotification.Status.UploadFailed),
            "{'status':'UploadFailed'}"),
        RoundTrip.response(new DiagnosticsStatusNotification.Response(), "{}"),
        RoundTrip.request(
            new FirmwareStatusNotification.Request(
                FirmwareStatusNotification.Status.InstallationFailed),
            "{'status':'InstallationFailed'}"),
        RoundTrip.response(new FirmwareStatusNotification.Response(), "{}"),
        RoundTrip.request(
            new GetDiagnostics.Request("ftp://user:secret@host/dir", null, null, null, null),
            "{'location':'ftp://user:secret@host/dir'}"),
        RoundTrip.request(
            new GetDiagnostics.Request("https://host/dir", 3, 60, TEN, NOON),
            "{'location':'https://host/dir','retries':3,'retryInterval':60,"
                + "'startTime':'2026-03-01T10:00:00.000Z','stopTime':'2026-03-01T12:00:00.000Z'}"),
        RoundTrip.response(new GetDiagnostics.Response(null), "{}"),
        RoundTrip.response(new GetDiagnostics.Response(x(255)), "{'fileName':'<255>'}"),
        RoundTrip.request(
            new UpdateFirmware.Request("https://host/fw", null, TEN, null),
            "{'location':'https://host/fw','retrieveDate':'2026-03-01T10:00:00.000Z'}"),
        RoundTrip.request(
            new UpdateFirmware.Request("https://host/fw", 3, TEN, 60),
            "{'location':'https://host/fw','retries':3,"
                + "'retrieveDate':'2026-03-01T10:00:00.000Z','retryInterval':60}"),
        RoundTrip.response(new UpdateFirmware.Response(), "{}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(Action.DiagnosticsStatusNotification, "{}", OccurenceConstraintViolation, "status"),
        request(
            Action.DiagnosticsStatusNotification,
            "{'status':'Done'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.DiagnosticsStatusNotification,
            "{'status':1}",
            TypeConstraintViolation,
            "status"),
        response(Action.DiagnosticsStatusNotification, "[]", FormationViolation, ""),
        request(Action.FirmwareStatusNotification, "{}", OccurenceConstraintViolation, "status"),
        request(
            Action.FirmwareStatusNotification,
            "{'status':'InvalidSignature'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.FirmwareStatusNotification, "{'status':[]}", TypeConstraintViolation, "status"),
        response(Action.FirmwareStatusNotification, "1", FormationViolation, ""),
        request(Action.GetDiagnostics, "{}", OccurenceConstraintViolation, "location"),
        request(Action.GetDiagnostics, "{'location':1}", TypeConstraintViolation, "location"),
        request(Action.GetDiagnostics, "{'location':'a b'}", TypeConstraintViolation, "location"),
        request(Action.GetDiagnostics, "{'location':'dir'}", TypeConstraintViolation, "location"),
        request(
            Action.GetDiagnostics,
            "{'location':'ftp://h/d','retries':'3'}",
            TypeConstraintViolation,
            "retries"),
        request(
            Action.GetDiagnostics,
            "{'location':'ftp://h/d','retryInterval':0.5}",
            TypeConstraintViolation,
            "retryInterval"),
        request(
            Action.GetDiagnostics,
            "{'location':'ftp://h/d','startTime':'10:00'}",
            TypeConstraintViolation,
            "startTime"),
        request(
            Action.GetDiagnostics,
            "{'location':'ftp://h/d','stopTime':0}",
            TypeConstraintViolation,
            "stopTime"),
        response(
            Action.GetDiagnostics, "{'fileName':'<256>'}", PropertyConstraintViolation, "fileName"),
        response(Action.GetDiagnostics, "{'fileName':{}}", TypeConstraintViolation, "fileName"),
        request(
            Action.UpdateFirmware,
            "{'retrieveDate':'2026-03-01T10:00:00Z'}",
            OccurenceConstraintViolation,
            "location"),
        request(
            Action.UpdateFirmware,
            "{'location':'https://h/f'}",
            OccurenceConstraintViolation,
            "retrieveDate"),
        request(
            Action.UpdateFirmware,
            "{'location':'https://h/f','retrieveDate':'2026-13-01T10:00:00Z'}",
            TypeConstraintViolation,
            "retrieveDate"),
        request(
            Action.UpdateFirmware,
            "{'location':'','retrieveDate':'2026-03-01T10:00:00Z'}",
            TypeConstraintViolation,
            "location"),
        request(
            Action.UpdateFirmware,
            "{'location':'https://h/f','retrieveDate':'2026-03-01T10:00:00Z',"
                + "'retries':99999999999}",
            PropertyConstraintViolation,
            "retries"),
        request(
            Action.UpdateFirmware,
            "{'location':'https://h/f','retrieveDate':'2026-03-01T10:00:00Z',"
                + "'retryInterval':[]}",
            TypeConstraintViolation,
            "retryInterval"),
        response(Action.UpdateFirmware, "'ok'", FormationViolation, ""));
  }
}
