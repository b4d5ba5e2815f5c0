package io.evenkeel.ocpp;

import static io.evenkeel.ocpp.Direction.BOTH;
import static io.evenkeel.ocpp.Direction.FROM_CENTRAL_SYSTEM;
import static io.evenkeel.ocpp.Direction.FROM_CHARGE_POINT;
import static io.evenkeel.ocpp.Profile.Core;
import static io.evenkeel.ocpp.Profile.FirmwareManagement;
import static io.evenkeel.ocpp.Profile.LocalAuthListManagement;
import static io.evenkeel.ocpp.Profile.RemoteTrigger;
import static io.evenkeel.ocpp.Profile.Reservation;
import static io.evenkeel.ocpp.Profile.Security;
import static io.evenkeel.ocpp.Profile.SmartCharging;

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
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.trigger.TriggerMessage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 39 actions: who may call them, the feature profile they belong to, and their messages. The
 * constants are spelled as on the wire.
 */
public enum Action implements Wire {
  Authorize(FROM_CHARGE_POINT, Core, Authorize.class),
  BootNotification(FROM_CHARGE_POINT, Core, BootNotification.class),
  ChangeAvailability(FROM_CENTRAL_SYSTEM, Core, ChangeAvailability.class),
  ChangeConfiguration(FROM_CENTRAL_SYSTEM, Core, ChangeConfiguration.class),
  ClearCache(FROM_CENTRAL_SYSTEM, Core, ClearCache.class),
  DataTransfer(BOTH, Core, DataTransfer.class),
  GetConfiguration(FROM_CENTRAL_SYSTEM, Core, GetConfiguration.class),
  Heartbeat(FROM_CHARGE_POINT, Core, Heartbeat.class),
  MeterValues(FROM_CHARGE_POINT, Core, MeterValues.class),
  RemoteStartTransaction(FROM_CENTRAL_SYSTEM, Core, RemoteStartTransaction.class),
  RemoteStopTransaction(FROM_CENTRAL_SYSTEM, Core, RemoteStopTransaction.class),
  Reset(FROM_CENTRAL_SYSTEM, Core, Reset.class),
  StartTransaction(FROM_CHARGE_POINT, Core, StartTransaction.class),
  StatusNotification(FROM_CHARGE_POINT, Core, StatusNotification.class),
  StopTransaction(FROM_CHARGE_POINT, Core, StopTransaction.class),
  UnlockConnector(FROM_CENTRAL_SYSTEM, Core, UnlockConnector.class),
  DiagnosticsStatusNotification(
      FROM_CHARGE_POINT, FirmwareManagement, DiagnosticsStatusNotification.class),
  FirmwareStatusNotification(
      FROM_CHARGE_POINT, FirmwareManagement, FirmwareStatusNotification.class),
  GetDiagnostics(FROM_CENTRAL_SYSTEM, FirmwareManagement, GetDiagnostics.class),
  UpdateFirmware(FROM_CENTRAL_SYSTEM, FirmwareManagement, UpdateFirmware.class),
  GetLocalListVersion(FROM_CENTRAL_SYSTEM, LocalAuthListManagement, GetLocalListVersion.class),
  SendLocalList(FROM_CENTRAL_SYSTEM, LocalAuthListManagement, SendLocalList.class),
  CancelReservation(FROM_CENTRAL_SYSTEM, Reservation, CancelReservation.class),
  ReserveNow(FROM_CENTRAL_SYSTEM, Reservation, ReserveNow.class),
  ClearChargingProfile(FROM_CENTRAL_SYSTEM, SmartCharging, ClearChargingProfile.class),
  GetCompositeSchedule(FROM_CENTRAL_SYSTEM, SmartCharging, GetCompositeSchedule.class),
  SetChargingProfile(FROM_CENTRAL_SYSTEM, SmartCharging, SetChargingProfile.class),
  TriggerMessage(FROM_CENTRAL_SYSTEM, RemoteTrigger, TriggerMessage.class),
  CertificateSigned(FROM_CENTRAL_SYSTEM, Security, CertificateSigned.class),
  DeleteCertificate(FROM_CENTRAL_SYSTEM, Security, DeleteCertificate.class),
  ExtendedTriggerMessage(FROM_CENTRAL_SYSTEM, Security, ExtendedTriggerMessage.class),
  GetInstalledCertificateIds(FROM_CENTRAL_SYSTEM, Security, GetInstalledCertificateIds.class),
  GetLog(FROM_CENTRAL_SYSTEM, Security, GetLog.class),
  InstallCertificate(FROM_CENTRAL_SYSTEM, Security, InstallCertificate.class),
  LogStatusNotification(FROM_CHARGE_POINT, Security, LogStatusNotification.class),
  SecurityEventNotification(FROM_CHARGE_POINT, Security, SecurityEventNotification.class),
  SignCertificate(FROM_CHARGE_POINT, Security, SignCertificate.class),
  SignedFirmwareStatusNotification(
      FROM_CHARGE_POINT, Security, SignedFirmwareStatusNotification.class),
  SignedUpdateFirmware(FROM_CENTRAL_SYSTEM, Security, SignedUpdateFirmware.class);

  private static final Map<String, Action> BY_WIRE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Wire::wire, Function.identity()));
  private static final Map<Class<?>, Action> BY_TYPE = byType();

  private final Direction direction;
  private final Profile profile;
  private final Class<? extends Request> requestType;
  private final Class<? extends Response> responseType;
  private final Shape<Request> request;
  private final Shape<Response> response;

  Action(Direction direction, Profile profile, Class<?> messages) {
    this.direction = direction;
    this.profile = profile;
    this.requestType = nested(messages, "Request").asSubclass(Request.class);
    this.responseType = nested(messages, "Response").asSubclass(Response.class);
    this.request = shape(requestType);
    this.response = shape(responseType);
  }

  private static Map<Class<?>, Action> byType() {
    var actions = new HashMap<Class<?>, Action>();
    for (var action : values()) {
      actions.put(action.requestType, action);
      actions.put(action.responseType, action);
    }
    return actions;
  }

  private static Class<?> nested(Class<?> messages, String name) {
    return Arrays.stream(messages.getDeclaredClasses())
        .filter(type -> type.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(messages + " has no " + name));
  }

  /**
   * Looked up by name once, when the table is made: an enum's constants hide the classes they are
   * named after.
   */
  @SuppressWarnings("unchecked") // SHAPE of a record is always the shape of that record
  private static <T> Shape<T> shape(Class<? extends T> type) {
    try {
      return (Shape<T>) type.getField("SHAPE").get(null);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(type + " has no SHAPE", missing);
    }
  }

  /** The action of that name; names are told apart by case. */
  public static Optional<Action> of(String wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }

  public static Action of(Request request) {
    return of(request.getClass());
  }

  public static Action of(Response response) {
    return of(response.getClass());
  }

  private static Action of(Class<?> message) {
    var action = BY_TYPE.get(message);
    if (action == null) {
      throw new IllegalStateException(message + " belongs to no action");
    }
    return action;
  }

  public Direction direction() {
    return direction;
  }

  public Profile profile() {
    return profile;
  }

  /** Whether the action is one of the 11 of the security whitepaper, and not of OCPP 1.6 itself. */
  public boolean securityExtension() {
    return profile == Security;
  }

  public Class<? extends Request> requestType() {
    return requestType;
  }

  public Class<? extends Response> responseType() {
    return responseType;
  }

  /** What the request looks like; it writes this action's requests only. */
  public Shape<Request> requestShape() {
    return request;
  }

  /** What the response looks like; it writes this action's responses only. */
  public Shape<Response> responseShape() {
    return response;
  }
}
