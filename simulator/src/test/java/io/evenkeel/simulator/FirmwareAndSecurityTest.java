package io.evenkeel.simulator;

import static io.evenkeel.simulator.Await.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.evenkeel.ocpp.firmware.UpdateFirmware;
import io.evenkeel.ocpp.security.DeleteCertificate;
import io.evenkeel.ocpp.security.ExtendedTriggerMessage;
import io.evenkeel.ocpp.security.GetInstalledCertificateIds;
import io.evenkeel.ocpp.security.GetLog;
import io.evenkeel.ocpp.security.InstallCertificate;
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.security.SignedFirmwareStatusNotification;
import io.evenkeel.ocpp.security.SignedUpdateFirmware;
import io.evenkeel.ocpp.type.CertificateUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirmwareAndSecurityTest {
  private static final String ID = "CP1";

  private final ScriptedCentralSystem central = new ScriptedCentralSystem();
  private VirtualChargePoint point;

  @BeforeEach
  void connect() {
    point =
        answer(
            VirtualChargePoint.connect(
                VirtualChargePointOptions.of(central.url(), ID).stepTime(Duration.ofMillis(1))));
  }

  @AfterEach
  void close() {
    point.close();
    central.close();
  }

  @Test
  void TC_045_diagnostics_are_named_and_uploaded() {
    var response =
        central.ask(
            ID,
            new GetDiagnostics.Request("ftp://127.0.0.1/", null, null, null, null),
            GetDiagnostics.Response.class);

    assertTrue(Objects.requireNonNull(response.fileName()).endsWith(".log"));
    Await.until(
        "Uploading, Uploaded",
        () ->
            central.heard(ID, DiagnosticsStatusNotification.Request.class).stream()
                .map(DiagnosticsStatusNotification.Request::status)
                .toList()
                .equals(
                    List.of(
                        DiagnosticsStatusNotification.Status.Uploading,
                        DiagnosticsStatusNotification.Status.Uploaded)));
  }

  @Test
  void TC_045_diagnostics_for_an_http_address_are_uploaded_or_said_to_have_failed() {
    // the scripted central system takes WebSockets only
    var nowhere = central.url().replace("ws://", "http://") + "/nowhere/";

    central.ask(
        ID,
        new GetDiagnostics.Request(nowhere, null, null, null, null),
        GetDiagnostics.Response.class);

    Await.until(
        "Uploading, UploadFailed",
        () ->
            central.heard(ID, DiagnosticsStatusNotification.Request.class).stream()
                .map(DiagnosticsStatusNotification.Request::status)
                .toList()
                .equals(
                    List.of(
                        DiagnosticsStatusNotification.Status.Uploading,
                        DiagnosticsStatusNotification.Status.UploadFailed)));
  }

  @Test
  void TC_044_firmware_is_installed_step_by_step() {
    central.ask(
        ID,
        new UpdateFirmware.Request("ftp://127.0.0.1/f", null, Timestamp.of(Instant.now()), null),
        UpdateFirmware.Response.class);

    Await.until(
        "four steps",
        () -> central.heard(ID, FirmwareStatusNotification.Request.class).size() == 4);
    assertEquals(
        FirmwareStatusNotification.Status.Installed,
        central.heard(ID, FirmwareStatusNotification.Request.class).getLast().status());
  }

  @Test
  void TC_080_signed_firmware_and_TC_079_logs_carry_their_request() {
    var firmware =
        new SignedUpdateFirmware.Firmware("ftp://x/f", Timestamp.of(Instant.now()), null, "c", "s");
    central.ask(
        ID,
        new SignedUpdateFirmware.Request(null, null, 12, firmware),
        SignedUpdateFirmware.Response.class);
    central.ask(
        ID,
        new GetLog.Request(
            new GetLog.Log("ftp://x/", null, null), GetLog.LogType.SecurityLog, 13, null, null),
        GetLog.Response.class);

    Await.until(
        "all steps",
        () ->
            central.heard(ID, SignedFirmwareStatusNotification.Request.class).size() == 5
                && central.heard(ID, LogStatusNotification.Request.class).size() == 2);
    assertEquals(
        12,
        central.heard(ID, SignedFirmwareStatusNotification.Request.class).getLast().requestId());
    assertEquals(13, central.heard(ID, LogStatusNotification.Request.class).getLast().requestId());
  }

  @Test
  void TC_075_certificates_are_kept_and_TC_076_deleted_by_their_hash() {
    assertEquals(InstallCertificate.Status.Accepted, install(Certificates.ROOT));
    assertEquals(InstallCertificate.Status.Rejected, install("no certificate"));

    var ids =
        Objects.requireNonNull(
            central
                .ask(
                    ID,
                    new GetInstalledCertificateIds.Request(
                        CertificateUse.CentralSystemRootCertificate),
                    GetInstalledCertificateIds.Response.class)
                .certificateHashData());
    assertEquals(List.of(Certificates.HASH), ids);
    assertEquals(DeleteCertificate.Status.Accepted, delete());
    assertEquals(DeleteCertificate.Status.NotFound, delete());
  }

  private InstallCertificate.Status install(String pem) {
    return central
        .ask(
            ID,
            new InstallCertificate.Request(CertificateUse.CentralSystemRootCertificate, pem),
            InstallCertificate.Response.class)
        .status();
  }

  private DeleteCertificate.Status delete() {
    return central
        .ask(ID, new DeleteCertificate.Request(Certificates.HASH), DeleteCertificate.Response.class)
        .status();
  }

  @Test
  void an_extended_trigger_sends_what_it_can() {
    assertEquals(
        ExtendedTriggerMessage.Status.Accepted,
        trigger(ExtendedTriggerMessage.RequestedMessage.LogStatusNotification));
    assertEquals(
        ExtendedTriggerMessage.Status.NotImplemented,
        trigger(ExtendedTriggerMessage.RequestedMessage.SignChargePointCertificate));
    Await.until("Idle", () -> central.heard(ID, LogStatusNotification.Request.class).size() == 1);
  }

  private ExtendedTriggerMessage.Status trigger(ExtendedTriggerMessage.RequestedMessage message) {
    return central
        .ask(
            ID,
            new ExtendedTriggerMessage.Request(message, null),
            ExtendedTriggerMessage.Response.class)
        .status();
  }
}
