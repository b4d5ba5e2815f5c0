package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.ErrorCode.FormationViolation;
import static io.evenkeel.ocpp.ErrorCode.OccurenceConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.PropertyConstraintViolation;
import static io.evenkeel.ocpp.ErrorCode.TypeConstraintViolation;
import static io.evenkeel.ocpp.Malformed.request;
import static io.evenkeel.ocpp.Malformed.response;
import static io.evenkeel.ocpp.Notation.x;

import io.evenkeel.ocpp.security.GetLog;
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.security.SignedFirmwareStatusNotification;
import io.evenkeel.ocpp.security.SignedUpdateFirmware;
import java.util.List;

class SecurityLogAndFirmwareMessagesTest implements MessageFamily {
  private static final Timestamp TEN = Timestamp.parse("2026-03-01T10:00:00.000Z");
  private static final String AT_TEN = "'2026-03-01T10:00:00.000Z'";
  private static final String LOG = "'log':{'remoteLocation':'L'},'logType':'SecurityLog'";
  private static final String FIRMWARE =
      "{'location':'<512>','retrieveDateTime':"
          + AT_TEN
          + ",'installDateTime':"
          + AT_TEN
          + ",'signingCertificate':'<5500>','signature':'<800>'}";

  @Override
  public List<RoundTrip> roundTrips() {
    return List.of(
        RoundTrip.request(
            new GetLog.Request(
                new GetLog.Log(x(512), null, null), GetLog.LogType.DiagnosticsLog, 1, null, null),
            "{'log':{'remoteLocation':'<512>'},'logType':'DiagnosticsLog','requestId':1}"),
        RoundTrip.request(
            new GetLog.Request(new GetLog.Log("L", TEN, TEN), GetLog.LogType.SecurityLog, 1, 3, 60),
            "{'log':{'remoteLocation':'L','oldestTimestamp':"
                + AT_TEN
                + ",'latestTimestamp':"
                + AT_TEN
                + "},'logType':'SecurityLog','requestId':1,'retries':3,'retryInterval':60}"),
        RoundTrip.response(
            new GetLog.Response(GetLog.Status.AcceptedCanceled, null),
            "{'status':'AcceptedCanceled'}"),
        RoundTrip.response(
            new GetLog.Response(GetLog.Status.Accepted, x(255)),
            "{'status':'Accepted','filename':'<255>'}"),
        RoundTrip.request(
            new LogStatusNotification.Request(
                LogStatusNotification.Status.NotSupportedOperation, null),
            "{'status':'NotSupportedOperation'}"),
        RoundTrip.request(
            new LogStatusNotification.Request(LogStatusNotification.Status.Uploaded, 1),
            "{'status':'Uploaded','requestId':1}"),
        RoundTrip.response(new LogStatusNotification.Response(), "{}"),
        RoundTrip.request(
            new SignedFirmwareStatusNotification.Request(
                SignedFirmwareStatusNotification.Status.InvalidSignature, null),
            "{'status':'InvalidSignature'}"),
        RoundTrip.request(
            new SignedFirmwareStatusNotification.Request(
                SignedFirmwareStatusNotification.Status.InstallRebooting, 1),
            "{'status':'InstallRebooting','requestId':1}"),
        RoundTrip.response(new SignedFirmwareStatusNotification.Response(), "{}"),
        RoundTrip.request(
            new SignedUpdateFirmware.Request(
                null,
                null,
                1,
                new SignedUpdateFirmware.Firmware("L", TEN, null, "PEM", "SIGNATURE")),
            "{'requestId':1,'firmware':{'location':'L','retrieveDateTime':"
                + AT_TEN
                + ",'signingCertificate':'PEM','signature':'SIGNATURE'}}"),
        RoundTrip.request(
            new SignedUpdateFirmware.Request(
                3, 60, 1, new SignedUpdateFirmware.Firmware(x(512), TEN, TEN, x(5500), x(800))),
            "{'retries':3,'retryInterval':60,'requestId':1,'firmware':" + FIRMWARE + "}"),
        RoundTrip.response(
            new SignedUpdateFirmware.Response(SignedUpdateFirmware.Status.RevokedCertificate),
            "{'status':'RevokedCertificate'}"));
  }

  @Override
  public List<Malformed> malformed() {
    return List.of(
        request(
            Action.GetLog,
            "{'logType':'SecurityLog','requestId':1}",
            OccurenceConstraintViolation,
            "log"),
        request(
            Action.GetLog,
            "{'log':{},'logType':'SecurityLog','requestId':1}",
            OccurenceConstraintViolation,
            "log.remoteLocation"),
        request(
            Action.GetLog,
            "{'log':{'remoteLocation':'<513>'},'logType':'SecurityLog','requestId':1}",
            PropertyConstraintViolation,
            "log.remoteLocation"),
        request(
            Action.GetLog,
            "{'log':{'remoteLocation':'L','oldestTimestamp':1},'logType':'SecurityLog',"
                + "'requestId':1}",
            TypeConstraintViolation,
            "log.oldestTimestamp"),
        request(
            Action.GetLog,
            "{'log':{'remoteLocation':'L','latestTimestamp':''},'logType':'SecurityLog',"
                + "'requestId':1}",
            TypeConstraintViolation,
            "log.latestTimestamp"),
        request(
            Action.GetLog,
            "{'log':{'remoteLocation':'L'},'requestId':1}",
            OccurenceConstraintViolation,
            "logType"),
        request(
            Action.GetLog,
            "{'log':{'remoteLocation':'L'},'logType':'Log','requestId':1}",
            PropertyConstraintViolation,
            "logType"),
        request(Action.GetLog, "{" + LOG + "}", OccurenceConstraintViolation, "requestId"),
        request(
            Action.GetLog, "{" + LOG + ",'requestId':'1'}", TypeConstraintViolation, "requestId"),
        request(
            Action.GetLog,
            "{" + LOG + ",'requestId':1,'retries':'3'}",
            TypeConstraintViolation,
            "retries"),
        request(
            Action.GetLog,
            "{" + LOG + ",'requestId':1,'retryInterval':{}}",
            TypeConstraintViolation,
            "retryInterval"),
        response(Action.GetLog, "{}", OccurenceConstraintViolation, "status"),
        response(Action.GetLog, "{'status':'Canceled'}", PropertyConstraintViolation, "status"),
        response(
            Action.GetLog,
            "{'status':'Accepted','filename':'<256>'}",
            PropertyConstraintViolation,
            "filename"),
        request(Action.LogStatusNotification, "{}", OccurenceConstraintViolation, "status"),
        request(
            Action.LogStatusNotification,
            "{'status':'UploadFailed'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.LogStatusNotification,
            "{'status':'Idle','requestId':'1'}",
            TypeConstraintViolation,
            "requestId"),
        response(Action.LogStatusNotification, "[]", FormationViolation, ""),
        request(
            Action.SignedFirmwareStatusNotification, "{}", OccurenceConstraintViolation, "status"),
        request(
            Action.SignedFirmwareStatusNotification,
            "{'status':'Failed'}",
            PropertyConstraintViolation,
            "status"),
        request(
            Action.SignedFirmwareStatusNotification,
            "{'status':'Idle','requestId':0.5}",
            TypeConstraintViolation,
            "requestId"),
        response(Action.SignedFirmwareStatusNotification, "true", FormationViolation, ""),
        request(
            Action.SignedUpdateFirmware,
            "{'firmware':" + FIRMWARE + "}",
            OccurenceConstraintViolation,
            "requestId"),
        request(
            Action.SignedUpdateFirmware,
            "{'requestId':1}",
            OccurenceConstraintViolation,
            "firmware"),
        request(
            Action.SignedUpdateFirmware,
            "{'retries':[],'requestId':1,'firmware':" + FIRMWARE + "}",
            TypeConstraintViolation,
            "retries"),
        request(
            Action.SignedUpdateFirmware,
            "{'retryInterval':''," + "'requestId':1,'firmware':" + FIRMWARE + "}",
            TypeConstraintViolation,
            "retryInterval"),
        firmware(
            "'location':'<512>'", "'location':'<513>'", PropertyConstraintViolation, "location"),
        firmware(
            "'retrieveDateTime':" + AT_TEN,
            "'retrieveDateTime':null",
            OccurenceConstraintViolation,
            "retrieveDateTime"),
        firmware(
            "'installDateTime':" + AT_TEN,
            "'installDateTime':'later'",
            TypeConstraintViolation,
            "installDateTime"),
        firmware(
            "'signingCertificate':'<5500>'",
            "'signingCertificate':'<5501>'",
            PropertyConstraintViolation,
            "signingCertificate"),
        firmware(
            "'signature':'<800>'", "'signature':'<801>'", PropertyConstraintViolation, "signature"),
        response(Action.SignedUpdateFirmware, "{}", OccurenceConstraintViolation, "status"),
        response(
            Action.SignedUpdateFirmware,
            "{'status':'Failed'}",
            PropertyConstraintViolation,
            "status"));
  }

  /** SignedUpdateFirmware with one property of its firmware changed. */
  private static Malformed firmware(String good, String bad, ErrorCode code, String field) {
    return request(
        Action.SignedUpdateFirmware,
        "{'requestId':1,'firmware':" + FIRMWARE.replace(good, bad) + "}",
        code,
        "firmware." + field);
  }
}
