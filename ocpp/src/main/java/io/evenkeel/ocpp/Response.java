package io.evenkeel.ocpp;

import io.evenkeel.ocpp.core.Authorize;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.core.ChangeAvailability;
import io.evenkeel.ocpp.core.ChangeConfiguration;
import io.evenkeel.ocpp.core.ClearCache;
import io.evenkeel.ocpp.core.DataTransfer;
import io.evenkeel.ocpp.core.GetConfiguration;
import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.MeterValues;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.core.RemoteStopTransaction;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.core.StartTransaction;
import io.evenkeel.ocpp.core.StatusNotification;
import io.evenkeel.ocpp.core.StopTransaction;
import io.evenkeel.ocpp.core.UnlockConnector;
import io.evenkeel.ocpp.firmware.DiagnosticsStatusNotification;
import io.evenkeel.ocpp.firmware.FirmwareStatusNotification;
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
import io.evenkeel.ocpp.security.LogStatusNotification;
import io.evenkeel.ocpp.security.SecurityEventNotification;
import io.evenkeel.ocpp.security.SignCertificate;
import io.evenkeel.ocpp.security.SignedFirmwareStatusNotification;
import io.evenkeel.ocpp.security.SignedUpdateFirmware;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.trigger.TriggerMessage;

/**
 * The payload of a CALLRESULT: the {@code Response} of one of the 39 actions. Making one outside
 * its bounds throws an {@link IllegalArgumentException} that names the field.
 */
public sealed interface Response
    permits Authorize.Response,
        BootNotification.Response,
        ChangeAvailability.Response,
        ChangeConfiguration.Response,
        ClearCache.Response,
        DataTransfer.Response,
        GetConfiguration.Response,
        Heartbeat.Response,
        MeterValues.Response,
        RemoteStartTransaction.Response,
        RemoteStopTransaction.Response,
        Reset.Response,
        StartTransaction.Response,
        StatusNotification.Response,
        StopTransaction.Response,
        UnlockConnector.Response,
        DiagnosticsStatusNotification.Response,
        FirmwareStatusNotification.Response,
        GetDiagnostics.Response,
        UpdateFirmware.Response,
        GetLocalListVersion.Response,
        SendLocalList.Response,
        CancelReservation.Response,
        ReserveNow.Response,
        ClearChargingProfile.Response,
        GetCompositeSchedule.Response,
        SetChargingProfile.Response,
        TriggerMessage.Response,
        CertificateSigned.Response,
        DeleteCertificate.Response,
        ExtendedTriggerMessage.Response,
        GetInstalledCertificateIds.Response,
        GetLog.Response,
        InstallCertificate.Response,
        LogStatusNotification.Response,
        SecurityEventNotification.Response,
        SignCertificate.Response,
        SignedFirmwareStatusNotification.Response,
        SignedUpdateFirmware.Response {}
