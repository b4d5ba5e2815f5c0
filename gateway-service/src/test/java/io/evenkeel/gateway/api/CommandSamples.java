package io.evenkeel.gateway.api;

import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A valid payload and a valid answer for each command of a central system. */
final class CommandSamples {

  private static final String HASH =
      """
      {"hashAlgorithm":"SHA256","issuerNameHash":"a","issuerKeyHash":"b","serialNumber":"1"}""";

  private static final Map<Action, List<String>> SAMPLES =
      Map.ofEntries(
          sample("CancelReservation", "{\"reservationId\":1}", "Accepted"),
          sample("CertificateSigned", "{\"certificateChain\":\"x\"}", "Rejected"),
          sample("ChangeAvailability", "{\"connectorId\":0,\"type\":\"Inoperative\"}", "Scheduled"),
          sample(
              "ChangeConfiguration", "{\"key\":\"BlinkRepeat\",\"value\":\"3\"}", "RebootRequired"),
          sample("ClearCache", "{}", "Rejected"),
          sample("ClearChargingProfile", "{\"id\":3}", "Unknown"),
          sample("DataTransfer", "{\"vendorId\":\"v\",\"data\":\"d\"}", "UnknownVendorId"),
          sample("DeleteCertificate", "{\"certificateHashData\":" + HASH + "}", "NotFound"),
          sample(
              "ExtendedTriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}", "NotImplemented"),
          sample("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":60}", "Rejected"),
          raw("GetConfiguration", "{\"key\":[\"a\"]}", "{\"unknownKey\":[\"a\"]}"),
          raw(
              "GetDiagnostics",
              "{\"location\":\"ftp://u:secret@h/p\"}",
              "{\"fileName\":\"diag.zip\"}"),
          sample(
              "GetInstalledCertificateIds",
              "{\"certificateType\":\"CentralSystemRootCertificate\"}",
              "NotFound"),
          raw("GetLocalListVersion", "{}", "{\"listVersion\":-1}"),
          sample(
              "GetLog",
              "{\"log\":{\"remoteLocation\":\"ftp://h\"},\"logType\":\"SecurityLog\",\"requestId\":1}",
              "AcceptedCanceled"),
          sample(
              "InstallCertificate",
              "{\"certificateType\":\"ManufacturerRootCertificate\",\"certificate\":\"x\"}",
              "Failed"),
          sample("RemoteStartTransaction", "{\"idTag\":\"TAG\",\"connectorId\":1}", "Rejected"),
          sample("RemoteStopTransaction", "{\"transactionId\":99}", "Rejected"),
          sample(
              "ReserveNow",
              """
              {"connectorId":1,"expiryDate":"2026-01-01T00:00:00Z","idTag":"T","reservationId":1}""",
              "Occupied"),
          sample("Reset", "{\"type\":\"Soft\"}", "Accepted"),
          sample("SendLocalList", "{\"listVersion\":1,\"updateType\":\"Full\"}", "VersionMismatch"),
          sample(
              "SetChargingProfile",
              """
              {"connectorId":1,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,
               "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
               "chargingSchedule":{"chargingRateUnit":"A",
                 "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.0}]}}}""",
              "NotSupported"),
          sample(
              "SignedUpdateFirmware",
              """
              {"requestId":1,"firmware":{"location":"ftp://h","retrieveDateTime":
               "2026-01-01T00:00:00Z","signingCertificate":"c","signature":"s"}}""",
              "RevokedCertificate"),
          sample("TriggerMessage", "{\"requestedMessage\":\"MeterValues\"}", "NotImplemented"),
          sample("UnlockConnector", "{\"connectorId\":1}", "UnlockFailed"),
          raw(
              "UpdateFirmware",
              "{\"location\":\"ftp://h\",\"retrieveDate\":\"2026-01-01T00:00:00Z\"}",
              "{}"));

  private static Map.Entry<Action, List<String>> sample(String action, String body, String status) {
    return raw(action, body, "{\"status\":\"" + status + "\"}");
  }

  private static Map.Entry<Action, List<String>> raw(String action, String body, String answer) {
    return Map.entry(Action.of(action).orElseThrow(), List.of(body, answer));
  }

  private CommandSamples() {}

  static List<Action> commands() {
    return Arrays.stream(Action.values())
        .filter(action -> action.direction() != Direction.FROM_CHARGE_POINT)
        .toList();
  }

  static String request(Action action) {
    return sample(action).get(0);
  }

  static String answer(Action action) {
    return sample(action).get(1);
  }

  private static List<String> sample(Action action) {
    var sample = SAMPLES.get(action);
    if (sample == null) {
      throw new AssertionError("No sample for " + action);
    }
    return sample;
  }
}
